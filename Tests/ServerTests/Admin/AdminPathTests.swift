import Records
import Speech
import Testing
import Web

@testable import Server

/// What addresses and forms mean, without a server.
struct AdminPathTests {
    @Test func pathsLeadSomewhere() {
        #expect(AdminPath([]) == .index)
        #expect(AdminPath(["people"]) == .list("people"))
        #expect(AdminPath(["people", "new"]) == .new("people"))
        #expect(AdminPath(["people", "delete"]) == .deleteSeveral("people"))
        #expect(AdminPath(["people", "3"]) == .row("people", .number(3)))
        #expect(AdminPath(["people", "3", "edit"]) == .action("people", .number(3), "edit"))
        #expect(AdminPath(["health", "tidy"]) == .care("tidy"))
        for parts in [
            ["people", "x"], ["people", "-1"], ["people", "3", "edit", "more"], ["health", "a", "b"],
        ] {
            #expect(AdminPath(parts) == nil, "\(parts)")
        }
    }

    @Test func aFormSaysOnlyWhatIsDifferent() throws {
        let name = RequestField<String?>(changing: "name", "Its name.", schema: .text(length: 1...10))
        let notes = RequestField<String?>(optional: "notes", "Remarks.")
        let tags = RequestField<[String]?>(changing: "tags", "Labels.")
        let form = RequestForm("Sample", [name, notes, tags])
        func field(_ name: String, _ value: JSONValue) -> AdminField {
            AdminField(field: ObjectSchema.Field(name, "", .any), value: value)
        }
        let row = AdminRow(
            number: 1, label: "x",
            fields: [field("name", "Ann"), field("notes", "a\nb"), field("tags", ["x", "y"])])
        let same = try PostedForm("name=Ann&notes=a%0D%0Ab&tags=x%0D%0Ay%0D%0A")
        #expect(same.json(of: form, changing: row).isEmpty)
        let other = try PostedForm("name=&notes=&tags=y")
        #expect(other.json(of: form, changing: row) == ["name": "", "notes": .null, "tags": ["y"]])
        #expect(throws: RequestFaults.self) {
            try form.values(of: .object(other.json(of: form, changing: row)))
        }
    }

    @Test func everyTextOfThePagesIsATemplate() {
        // Making them ends the program where one is none.
        let templates = PageTemplates()
        for name in PageTemplates.Name.allCases {
            #expect(!templates.page(name, [:], in: ["title": "x"]).isEmpty)
            #expect(PageTemplates.texts[name.rawValue] != nil)
        }
        for (name, text) in PageTemplates.texts {
            let unescaped = text.replacing("{{{main}}}", with: "")
            #expect(!unescaped.contains("{{{") && !unescaped.contains("{{&"), "\(name)")
        }
    }

    @Test func valuesAreToldInWords() {
        func text(_ name: String, _ schema: JSONSchema, _ value: JSONValue) -> String {
            AdminText.text(AdminField(field: ObjectSchema.Field(name, "", schema), value: value))
        }
        #expect(text("bytes", .integer(), 1_234_567) == "1.2 MB")
        #expect(text("free_bytes", .nullable(.integer()), .null) == "–")
        #expect(text("at", .text(format: .dateTime), "2026-11-23T03:05:07Z") == "2026-11-23 03:05 UTC")
        #expect(text("score", .number(), 71.25) == "71.3")
        #expect(text("tags", .list(.text()), ["a", "b"]) == "a, b")
        #expect(AdminText.title("organization_id") == "Organization")
        #expect(AdminText.title("is_active") == "Active")
    }
}
