import FoundationEssentials
import Speech
import Testing

@testable import Web

/// Replies are written in the order of their fields, with `null` for what is not there.
struct JSONWriterTests {
    private struct Person {
        let name: String
        let email: String?
        let pets: [String]
    }

    private static let form = ReplyForm<Person>(
        "Person",
        [
            ReplyField("name", "The name.") { $0.name },
            ReplyField("email", "The address.") { $0.email },
            ReplyField("pets", "Who lives with them.") { $0.pets },
        ])

    private func text(_ person: Person) -> String {
        var writer = JSONWriter()
        Self.form.write(person, to: &writer)
        return writer.text
    }

    @Test func fieldsStandInTheirOrder() {
        #expect(
            text(Person(name: "Ada", email: nil, pets: ["Bo", "Cy"]))
                == #"{"name":"Ada","email":null,"pets":["Bo","Cy"]}"#)
    }

    @Test func whatIsWrittenFitsItsSchema() throws {
        let written = text(Person(name: "Ada", email: "ada@example.com", pets: []))
        let json = try JSONDecoder().decode(JSONValue.self, from: Data(written.utf8))
        #expect(Self.form.schema.faults(in: json).isEmpty)
    }

    @Test(arguments: ["\"quoted\" and \\", "line\nline\r\ttab", "\u{1}\u{1F}\u{7F}", "žlutý 🎙 مرحبا", ""])
    func everyTextComesBackAsItWas(name: String) throws {
        let written = text(Person(name: name, email: nil, pets: []))
        let json = try JSONDecoder().decode(JSONValue.self, from: Data(written.utf8))
        #expect(json["name"] == .text(name))
    }

    @Test func numbersThatJSONHasNotAreNull() {
        var writer = JSONWriter()
        writer.list([Double.nan, .infinity, 0.5]) { $1.write($0) }
        #expect(writer.text == "[null,null,0.5]")
    }

    @Test func momentsAreInUTC() {
        var writer = JSONWriter()
        writer.list([Date(timeIntervalSince1970: 0), Date(timeIntervalSince1970: 1.25)]) { $1.write($0) }
        #expect(writer.text == #"["1970-01-01T00:00:00Z","1970-01-01T00:00:01.250Z"]"#)
    }
}
