// A county in Java: a case from the report to its end, and the score of the month, through the C interface.
// java -cp /usr/share/java/jna.jar Host.java LIBRARY STORE
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Host {
    /** What of gridcase.h is used here; texts are UTF-8 and come with their length. */
    public interface Gridcase extends Library {
        int gridcase_create(String path, byte[] policy, NativeLong size, Pointer options, long now,
                            PointerByReference engine, PointerByReference error);
        int gridcase_call(Pointer engine, byte[] request, NativeLong size, PointerByReference answer,
                          PointerByReference error);
        void gridcase_close(Pointer engine);
        void gridcase_string_free(Pointer text);
        String gridcase_error_message(Pointer error);
        void gridcase_error_free(Pointer error);
    }

    /** An engine that is closed at the end of its block, and whose errors are exceptions. */
    static final class Engine implements AutoCloseable {
        private final Gridcase library;
        private final Pointer engine;

        Engine(Gridcase library, String path, String policy, OffsetDateTime now) {
            this.library = library;
            byte[] text = policy.getBytes(StandardCharsets.UTF_8);
            PointerByReference made = new PointerByReference(), error = new PointerByReference();
            long microseconds = now.toInstant().toEpochMilli() * 1000;
            check(library.gridcase_create(path, text, new NativeLong(text.length), null, microseconds, made, error), error);
            engine = made.getValue();
        }

        /** A request and its answer, as src/c_api/README.md has them. */
        String call(String request) {
            byte[] text = request.getBytes(StandardCharsets.UTF_8);
            PointerByReference answer = new PointerByReference(), error = new PointerByReference();
            check(library.gridcase_call(engine, text, new NativeLong(text.length), answer, error), error);
            String said = answer.getValue().getString(0, "UTF-8");
            library.gridcase_string_free(answer.getValue());
            return said;
        }

        private void check(int code, PointerByReference error) {
            if (code == 0) return;
            String message = library.gridcase_error_message(error.getValue());
            library.gridcase_error_free(error.getValue());
            throw new IllegalStateException(message);
        }

        @Override
        public void close() {
            library.gridcase_close(engine);
        }
    }

    static final String POLICY = """
        {"organization": {"code": "330881", "name": "青石县", "time_zone": "Asia/Shanghai", "chinese_area_codes": false,
          "units": [{"code": "centre", "name": "综合指挥中心", "kind": "command_center"},
                    {"code": "drains", "name": "市政处", "kind": "department", "parent": "centre"}],
          "categories": [{"code": "04", "name": "管道堵塞"}]},
         "time": {"milestones": [{"code": "handle", "from": "dispatched", "until": "handled", "each_order": true}],
                  "limits": [{"milestone": "handle", "within": {"value": 1, "unit": "urgent_hour"}}]},
         "scoring": [{"code": "departments", "english": "Departments", "valid_from": "2018-01-01",
           "who": {"kinds": ["department"]}, "sheet": {"code": "time", "english": "In time", "points": 100,
             "scale": {"kind": "linear", "measure": "handling_in_time_rate"}}}]}
        """;

    static OffsetDateTime now = OffsetDateTime.parse("2018-03-16T08:30:00+08:00");

    static String act(Engine engine, String unit, String action) {
        now = now.plusMinutes(20);
        String answer = engine.call("{\"call\": \"submit\", \"now\": \"%s\", \"actor\": {\"unit\": \"%s\"}, \"action\": {%s}}"
            .formatted(ISO_OFFSET_DATE_TIME.format(now), unit, action));
        if (!answer.contains("\"status\":\"committed\"")) throw new IllegalStateException(answer);
        return found("\"case_id\":\"(\\d+)\"", answer);
    }

    /** A real host has a library for JSON. */
    static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) throw new IllegalStateException("no " + pattern + " in " + text);
        return matcher.group(1);
    }

    public static void main(String[] arguments) {
        if (arguments.length != 2) throw new IllegalArgumentException("usage: java Host.java LIBRARY STORE");
        Gridcase library = Native.load(arguments[0], Gridcase.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
        try (Engine engine = new Engine(library, arguments[1], POLICY, now)) {
            String id = act(engine, "centre", "\"kind\": \"report\", \"title\": \"下水道堵塞\", \"category\": \"04\"");
            String of = "\"case_id\": \"" + id + "\", \"kind\": ";
            act(engine, "centre", of + "\"file\"");
            act(engine, "centre", of + "\"dispatch\", \"orders\": [{\"unit\": \"drains\", \"role\": \"lead\"}]");
            act(engine, "drains", of + "\"sign\"");
            act(engine, "drains", of + "\"feedback\"");
            act(engine, "centre", of + "\"close\"");
            String scores = engine.call("""
                {"call": "assess", "actor": {"unit": "centre"}, "now": "2018-04-01T08:00:00+08:00",
                 "query": {"rules": "departments", "period": "2018-03"}}""");
            System.out.println("drains " + found("\"total\":\"([^\"]+)\"", scores));
            try {
                engine.call("{\"call\": \"history\", \"actor\": {\"unit\": \"centre\"}}");
            } catch (IllegalStateException refused) {
                System.out.println("refused: " + refused.getMessage());
            }
            boolean sound = engine.call("{\"call\": \"verify\"}").contains("\"findings\":[]");
            System.out.println(sound ? "the record is sound" : "the record is damaged");
        }
    }
}
