import Accounts
import Archive
import Credentials
import Evaluation
import Foundation
import Interview
import Records
import Samples
import Server
import ServerTestSupport
import Service
import Storage
import TestSupport

/// A server of one test with the questions and some of the samples that come with the project.
enum SeededServer {
    /// Signs in as Jane Smith, a candidate of the samples.
    static let login = (name: "jane@example.com", password: "correct mule battery")

    private struct Contents {
        let questions: [Question]
        let samples: SampleData
    }

    /// Read once for all tests.
    private static let contents = Task {
        let bank = try QuestionBankFile.load(directory: SourceTree.file("questions"))
        var samples = try await SampleFolder(
            SourceTree.file("seed"), questions: bank.questions, roles: RoleFinder(questions: bank.questions),
            catalogue: SkillCatalogue(questions: bank.questions)
        ).load()
        // An interview in each state, and those that a person scored; to judge the others takes long and shows nothing else.
        samples.interviews = samples.interviews.filter { $0.number <= 10 || $0.number == 42 }
        return Contents(questions: bank.questions, samples: samples)
    }

    /// Runs a test beside a server.
    ///
    /// - Parameters:
    ///   - mode: whether somebody has to sign in.
    ///   - tools: what interviews are held with.
    static func run(
        _ mode: Promises.Mode, tools: InterviewTools = InterviewTools(),
        _ test: @escaping (TestServer) async throws -> Void
    ) async throws {
        let contents = try await contents.value
        try await withServer(
            prepare: { archive in
                _ = try await archive.records.syncBank(
                    key: "viva", name: "Viva", questions: contents.questions)
                _ = try await SampleSeeding(contents.samples, judge: RubricEvaluator(), timeZone: .gmt)
                    .keep(in: archive.records)
            },
            accounts: { archive in
                let records = archive.records
                var settings = AccountSettings()
                settings.allowsSingleUser = true
                let accounts = await AccountService(
                    AccountAdministration(records: records, settings: settings), key: TokenKey())
                guard mode == .account else { return accounts }
                let jane = try await records.people(PersonFilter(), page: .first(100)).items
                    .first { $0.value.email == login.name }
                _ = try await accounts.administration.add(
                    NewAccount(
                        login: login.name, password: login.password, role: .candidate,
                        organization: jane?.value.organization, person: jane.map { .number($0.number) }),
                    by: .local)
                return accounts
            }, tools: tools, test)
    }
}
