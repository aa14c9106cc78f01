import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// How an organization is named on a command line: by the number, the id or the name.
struct OrganizationName: ExpressibleByArgument, CustomStringConvertible {
    /// The name as it was given, without white space around it.
    let description: String

    init?(argument: String) {
        description = argument.inOneLine
        guard !description.isEmpty else { return nil }
    }

    /// What names one organization surely; `nil` for a name.
    fileprivate var record: RecordName? { RecordName(argument: description) }
}

extension Archive {
    /// An organization that somebody named, whatever the case of its letters.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is none, or several of that name.
    func organization(_ organization: OrganizationName) async throws -> KeptRecord<Organization> {
        if let name = organization.record {
            do { return try await records.organization(name) } catch {
                guard case .notFound = error else { throw error }
                throw unknown(organization)
            }
        }
        guard let there = try await self.organization(called: organization) else {
            throw unknown(organization)
        }
        return there
    }

    /// An organization that somebody named, which is made when there is none of that name.
    ///
    /// - Throws: What `organization` does.
    func organization(
        orNew name: OrganizationName, _ common: CommonOptions
    ) async throws -> KeptRecord<Organization> {
        if name.record != nil { return try await organization(name) }
        if let there = try await organization(called: name) { return there }
        let made = try await records.keep(
            Organization(id: UUID().uuidString.lowercased(), name: name.description))
        common.note("The organization \(made.value.name) is new: it has the number \(made.number).")
        return made
    }

    /// Looks whether an organization can have its name: no other one is found by it.
    ///
    /// - Throws: `CommandFailure` that says what to do when there is one, or the name would be read as a number.
    func requireFree(_ organization: Organization) async throws {
        do { try await records.requireFreeName(of: organization) } catch {
            switch error {
            case .invalid(_, let reason), .taken(let reason): throw CommandFailure(.usage, reason)
            default: throw error
            }
        }
    }

    private func organization(called name: OrganizationName) async throws -> KeptRecord<Organization>? {
        let text = name.description
        let found = try await records.organizations(text: text, page: .first(PageRequest.limit)).items
            .filter { $0.value.name.lowercased() == text.lowercased() }
        guard found.count < 2 else {
            let numbers = found.map { "\($0.number)" }.joined(separator: ", ")
            throw CommandFailure(
                .usage,
                "Several organizations are called \"\(text)\": give the number of one of them (\(numbers)).")
        }
        return found.first
    }

    private func unknown(_ organization: OrganizationName) -> CommandFailure {
        CommandFailure(
            .noInput,
            "There is no organization called \"\(organization)\" in \(Places.short(folder)): `\(viva("organizations list"))` shows those there are."
        )
    }
}
