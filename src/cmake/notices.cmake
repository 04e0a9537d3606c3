# What gridcase is made with, out of src/components.json: notices for people, and a bill of materials
# (SPDX 2.3) with the versions that were found. SOURCE_DATE_EPOCH makes it the same in every build.
file(READ "${PROJECT_SOURCE_DIR}/src/components.json" gridcase_components)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/components.json")
string(JSON gridcase_count LENGTH "${gridcase_components}" components)
math(EXPR gridcase_last "${gridcase_count} - 1")
string(TIMESTAMP gridcase_created "%Y-%m-%dT%H:%M:%SZ" UTC)

set(gridcase_notices "gridcase ${PROJECT_VERSION} is under the Apache License 2.0. It is made with:\n")
set(gridcase_packages "{\"SPDXID\": \"SPDXRef-gridcase\", \"name\": \"gridcase\", \"versionInfo\": \"${PROJECT_VERSION}\",
    \"downloadLocation\": \"NOASSERTION\", \"filesAnalyzed\": false, \"licenseConcluded\": \"Apache-2.0\",
    \"licenseDeclared\": \"Apache-2.0\", \"copyrightText\": \"NOASSERTION\"}")
set(gridcase_relations "{\"spdxElementId\": \"SPDXRef-DOCUMENT\", \"relationshipType\": \"DESCRIBES\",
    \"relatedSpdxElement\": \"SPDXRef-gridcase\"}")

function(gridcase_field index key out)
  string(JSON value ERROR_VARIABLE missing GET "${gridcase_components}" components ${index} ${key})
  if(missing)
    set(value "")
  endif()
  set(${out} "${value}" PARENT_SCOPE)
endfunction()

foreach(index RANGE ${gridcase_last})
  foreach(key name licence how homepage version copyright note)
    gridcase_field(${index} ${key} gridcase_${key})
  endforeach()
  # The name of a variable that a find module set, or the version itself.
  if(gridcase_version MATCHES "^[A-Za-z]")
    if(gridcase_name STREQUAL "SQLite" AND GRIDCASE_SQLITE_SOURCE)
      set(gridcase_version "${gridcase_sqlite_version}")
    else()
      set(gridcase_version "${${gridcase_version}}")
    endif()
  endif()
  if(NOT gridcase_version)
    set(gridcase_version "NOASSERTION")
  endif()
  string(APPEND gridcase_notices "\n${gridcase_name}: ${gridcase_licence}\n  ${gridcase_how}\n  ${gridcase_homepage}\n  Copyright: ${gridcase_copyright}\n")
  if(gridcase_note)
    string(APPEND gridcase_notices "  ${gridcase_note}\n")
  endif()
  string(MAKE_C_IDENTIFIER "${gridcase_name}" gridcase_id)
  string(REPLACE "_" "-" gridcase_id "SPDXRef-${gridcase_id}")
  string(APPEND gridcase_packages ",
   {\"SPDXID\": \"${gridcase_id}\", \"name\": \"${gridcase_name}\", \"versionInfo\": \"${gridcase_version}\",
    \"downloadLocation\": \"${gridcase_homepage}\", \"filesAnalyzed\": false, \"licenseConcluded\": \"${gridcase_licence}\",
    \"licenseDeclared\": \"${gridcase_licence}\", \"copyrightText\": \"${gridcase_copyright}\"}")
  string(JSON gridcase_user GET "${gridcase_components}" components ${index} used_by 0)
  if(gridcase_user STREQUAL "tests")
    set(gridcase_relation "\"spdxElementId\": \"${gridcase_id}\", \"relationshipType\": \"TEST_DEPENDENCY_OF\", \"relatedSpdxElement\": \"SPDXRef-gridcase\"")
  else()
    set(gridcase_relation "\"spdxElementId\": \"SPDXRef-gridcase\", \"relationshipType\": \"DEPENDS_ON\", \"relatedSpdxElement\": \"${gridcase_id}\"")
  endif()
  string(APPEND gridcase_relations ",\n   {${gridcase_relation}}")
endforeach()

file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/THIRD_PARTY_NOTICES" "${gridcase_notices}")
file(WRITE "${CMAKE_CURRENT_BINARY_DIR}/gridcase.spdx.json" "{
 \"spdxVersion\": \"SPDX-2.3\", \"dataLicense\": \"CC0-1.0\", \"SPDXID\": \"SPDXRef-DOCUMENT\",
 \"name\": \"gridcase-${PROJECT_VERSION}\", \"documentNamespace\": \"https://gridcase.invalid/spdx/${PROJECT_VERSION}\",
 \"creationInfo\": {\"created\": \"${gridcase_created}\", \"creators\": [\"Tool: gridcase-${PROJECT_VERSION}-build\"]},
 \"hasExtractedLicensingInfos\": [{\"licenseId\": \"LicenseRef-public-domain\", \"extractedText\": \"in the public domain\"}],
 \"packages\": [${gridcase_packages}],
 \"relationships\": [${gridcase_relations}]
}
")
set(gridcase_components library)
if(GRIDCASE_BUILD_CLI)
  list(APPEND gridcase_components cli)
endif()
if(GRIDCASE_BUILD_PYTHON)
  list(APPEND gridcase_components python)
endif()
foreach(component IN LISTS gridcase_components)
  set(folder gridcase)
  if(component STREQUAL "library")
    set(folder libgridcase-dev)
  elseif(component STREQUAL "python")
    set(folder python3-gridcase)
  endif()
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/THIRD_PARTY_NOTICES" "${CMAKE_CURRENT_BINARY_DIR}/gridcase.spdx.json"
          DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${folder}" COMPONENT ${component})
endforeach()
