import Archive
import ArgumentParser
import FoundationEssentials
import Interview
import Records

/// How an organization is named on a command line: by its number or its name.
struct OrganizationName: ExpressibleByArgument, CustomStringConvertible {
    /// The name as it was given, without white space around it.
    let description: String

    init?(argument: String) {
        description = argument.inOneLine
        guard !description.isEmpty else { return nil }
    }
}

extension Archive {
    /// An organization that somebody named, whatever the case of its letters; `nil` when there is none of that name.
    ///
    /// - Throws: `CommandFailure` when there is none of that number, or several of that name.
    func organization(_ organization: OrganizationName) async throws -> KeptRecord<Organization>? {
        if let number = Int64(organization.description) {
            do { return try await records.organization(.number(number)) } catch {
                guard case .notFound = error else { throw error }
                throw CommandFailure(
                    .noInput, "There is no organization \(number): `viva people list` shows those of people.")
            }
        }
        let text = organization.description
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

    /// An organization that somebody named, which is made when there is none of that name.
    ///
    /// - Throws: What `organization` does.
    func organization(
        orNew name: OrganizationName, _ common: CommonOptions
    ) async throws -> KeptRecord<Organization> {
        if let there = try await organization(name) { return there }
        let made = try await records.keep(
            Organization(id: UUID().uuidString.lowercased(), name: name.description))
        common.note("The organization \(made.value.name) is new: it has the number \(made.number).")
        return made
    }
}
