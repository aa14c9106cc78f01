import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// How an organization is named on a command line: by the number, the id or the name.
struct OrganizationName: ExpressibleByArgument, CustomStringConvertible {
    /// The name as it was given.
    let description: String

    init?(argument: String) {
        guard !argument.allSatisfy(\.isWhitespace) else { return nil }
        description = argument
    }

    /// What names one organization surely; `nil` for a name.
    fileprivate var record: RecordName? {
        if let number = Int64(description) { return .number(number) }
        return UUID(uuidString: description).map { .id($0.uuidString.lowercased()) }
    }
}

extension Archive {
    /// An organization that somebody named.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none, or several of that name.
    func organization(_ organization: OrganizationName) async throws -> KeptRecord<Organization> {
        if let name = organization.record {
            do { return try await records.organization(name) } catch {
                guard case .notFound = error else { throw error }
                throw unknown(organization)
            }
        }
        let text = organization.description.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let found = try await records.organizations(text: text, page: .first(PageRequest.limit)).items
        let exact = found.filter { $0.value.name.lowercased() == text.lowercased() }
        switch exact.count {
        case 1: return exact[0]
        case 0: throw unknown(organization)
        default:
            let list = exact.map { "\($0.number)" }.joined(separator: ", ")
            throw CommandFailure(
                .usage,
                "Several organizations are called \"\(text)\": give the number of one of them (\(list)).")
        }
    }

    private func unknown(_ organization: OrganizationName) -> CommandFailure {
        CommandFailure(
            .noInput, "There is no organization called \"\(organization)\" in \(Places.short(folder)).")
    }
}
