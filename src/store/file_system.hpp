#pragma once
// What the store asks of the file system beside SQLite.

#include <cstdint>
#include <string>

namespace gridcase::store {

// Throws Error invalid_argument, with the field, for a path that is none: empty, or with a zero
// byte, where the system would end it.
void require_path(const std::string& path, const char* field);

// Whether a file system of this kind (f_type of statfs) keeps its files on another machine, or
// leaves locks and shared memory to a program, so that the write-ahead log cannot work there.
bool is_network_drive(std::uint64_t file_system_kind) noexcept;
// Throws Error unsupported when the folder of the path lies on one.
void refuse_network_drive(const std::string& path);

bool file_exists(const std::string& path) noexcept;
bool is_folder(const std::string& path) noexcept;
// The path without symbolic links, so that a store has one lock whatever it is called.
// Throws Error not_found, io.
std::string resolved(const std::string& path);

// None of these may be used on the database file of an open store: closing a file drops the locks
// that SQLite holds on it in the same process.
void remove_if_exists(const std::string& path);
// Both return when the disk has it.
void sync_file(const std::string& path);
void sync_folder_of(const std::string& path);
void rename_file(const std::string& from, const std::string& to);

}  // namespace gridcase::store
