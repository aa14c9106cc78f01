public import Archive
import Interview
import Records

/// Takes sample data out of an archive again. What something else names stays, so nothing of anybody's own is changed.
public struct SampleRemoval: Sendable {
    /// What came of it.
    public struct Outcome: Sendable, Hashable, Codable {
        /// A sample that stays.
        public struct Kept: Sendable, Hashable, Codable {
            /// The sample.
            public var sample: SampleEntry
            /// Why it stays and what to do, as a sentence.
            public var reason: String
        }

        /// What was taken away.
        public var removed: [SampleEntry] = []
        /// What was not.
        public var kept: [Kept] = []

        /// Nothing.
        public init() {}
    }

    private let data: SampleData
    private let archive: Archive
    private var records: Records { archive.records }

    /// The removal of some data.
    public init(_ data: SampleData, from archive: Archive) {
        self.data = data
        self.archive = archive
    }

    /// The samples that are there, in the order in which they were kept.
    ///
    /// - Throws: `ArchiveError`.
    public func entries() async throws(ArchiveError) -> [SampleEntry] {
        do {
            var entries: [SampleEntry] = []
            for kind in SampleKind.allCases {
                entries += try await records.entries(of: kind, named: data.names(of: kind))
            }
            return entries
        } catch {
            throw .records(error)
        }
    }

    /// Those of some samples that are interviews which somebody changed since they were made: went on with, corrected, reviewed.
    ///
    /// - Throws: `ArchiveError`.
    public func changed(of entries: [SampleEntry]) async throws(ArchiveError) -> [SampleEntry] {
        var changed: [SampleEntry] = []
        for entry in entries where entry.kind == .interview {
            do {
                let kept = try await records.interview(.number(entry.number))
                if kept.revision > 1 { changed.append(entry) }
            } catch {
                // What cannot be read is no work of anybody's.
                guard case .damaged = error else { throw .records(error) }
            }
        }
        return changed
    }

    /// Takes away what is there.
    ///
    /// - Throws: `ArchiveError`, also while somebody works on a sample interview; what is left is taken away the next time.
    public func remove() async throws(ArchiveError) -> Outcome {
        var outcome = Outcome()
        // What is named goes after what names it: a template belongs to a person, a person to an organization.
        for entry in try await entries().reversed() {
            let reason: String?
            do { reason = try await use(of: entry) } catch { throw .records(error) }
            if let reason {
                outcome.kept.append(Outcome.Kept(sample: entry, reason: reason))
            } else {
                try await delete(entry)
                outcome.removed.append(entry)
            }
        }
        return outcome
    }

    private func delete(_ entry: SampleEntry) async throws(ArchiveError) {
        let name = RecordName.number(entry.number)
        switch entry.kind {
        case .interview: try await archive.delete(name)
        // Somebody may have added its file since.
        case .resume: try await archive.deleteResume(name)
        case .person: try await archive.deletePerson(name)
        case .organization:
            do { try await records.deleteOrganization(name) } catch { throw .records(error) }
        case .bank: do { try await records.deleteBank(name) } catch { throw .records(error) }
        case .template: do { try await records.deleteTemplate(name) } catch { throw .records(error) }
        }
    }

    /// What names a sample that is to go, as a reason to keep it; `nil` for nothing.
    private func use(of entry: SampleEntry) async throws(RecordsError) -> String? {
        let number = entry.number
        var interviews = InterviewFilter()
        switch entry.kind {
        case .interview: return nil
        case .template: interviews.template = number
        case .resume: interviews.resume = number
        case .bank: return try await bankUse(number, sample: entry.sample)
        case .person:
            if let own = try await records.resumes(person: number, page: .first(1)).items.first {
                return "Resume \(own.number) is that person's."
            }
            if let reason = try await banksAndTemplates(owner: number) { return reason }
            interviews.person = number
        case .organization:
            if let member = try await records.people(PersonFilter(organization: number), page: .first(1))
                .items
                .first
            {
                return "Person \(member.number) belongs to it."
            }
            if let reason = try await banksAndTemplates(organization: number) { return reason }
            interviews.organization = number
        }
        return try await records.interviews(interviews, page: .first(1)).items.first.map {
            "Interview \($0.number) names it: delete that first if it may go."
        }
    }

    private func banksAndTemplates(
        owner: Int64? = nil, organization: Int64? = nil
    ) async throws(RecordsError) -> String? {
        var banks = BankFilter()
        banks.owner = owner
        banks.organization = organization
        if let bank = try await records.banks(banks, page: .first(1)).items.first {
            return "Question bank \(bank.number) belongs to it."
        }
        var templates = TemplateFilter()
        templates.owner = owner
        templates.organization = organization
        return try await records.templates(templates, page: .first(1)).items.first.map {
            "Template \($0.number) belongs to it."
        }
    }

    /// A bank to which somebody added questions, or from which a template asks, stays with all of its questions.
    private func bankUse(_ number: Int64, sample: Int) async throws(RecordsError) -> String? {
        let samples = Set(data.banks[sample - 1].questions.map(\.id))
        var place: String?
        repeat {
            let page = try await records.questions(
                KeptQuestionFilter(bank: number, isActive: nil), page: .after(place, count: PageRequest.limit)
            )
            if let own = page.items.first(where: { !samples.contains($0.question.id) }) {
                return "Question \(own.number) was added to it."
            }
            place = page.next
        } while place != nil
        repeat {
            let page = try await records.templates(page: .after(place, count: PageRequest.limit))
            for kept in page.items {
                if case .ofBank(number, _) = kept.template.questions {
                    return "Template \(kept.number) asks from it."
                }
            }
            place = page.next
        } while place != nil
        return nil
    }
}
