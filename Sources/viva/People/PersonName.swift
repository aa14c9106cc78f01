import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// How a person is named on a command line: by the number, the id, the address or the name.
struct PersonName: ExpressibleByArgument, CustomStringConvertible {
    /// The name as it was given.
    let description: String

    init?(argument: String) {
        guard !argument.allSatisfy(\.isWhitespace) else { return nil }
        description = argument
    }

    /// What names one person surely; `nil` for an address or a name.
    fileprivate var record: RecordName? { RecordName(argument: description) }
}

extension Archive {
    /// A person whom somebody named.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none, or several of that name.
    func person(_ person: PersonName) async throws -> KeptRecord<Person> {
        if let name = person.record {
            do { return try await records.person(name) } catch {
                guard case .notFound = error else { throw error }
                throw unknown(person)
            }
        }
        let text = person.description.inOneLine
        let found = try await records.people(PersonFilter(text: text), page: .first(PageRequest.limit)).items
        let exact = found.filter { kept in
            [kept.value.name, kept.value.email].contains { $0?.lowercased() == text.lowercased() }
        }
        switch exact.count {
        case 1: return exact[0]
        case 0: throw unknown(person)
        default:
            let list = exact.map { "\($0.number)" }.joined(separator: ", ")
            throw CommandFailure(
                .usage,
                "Several people have the name or address \"\(text)\": give the number of one of them (\(list))."
            )
        }
    }

    private func unknown(_ person: PersonName) -> CommandFailure {
        CommandFailure(
            .noInput,
            "There is nobody called \"\(person)\" in \(Places.short(folder)): `\(viva("people list"))` shows who there is, `\(viva("people add"))` adds somebody."
        )
    }
}
