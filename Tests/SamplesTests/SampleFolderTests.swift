import Foundation
import Interview
import Samples
import Storage
import TestSupport
import Testing

/// The files of the sample data, and what is said when they are wrong.
@Suite struct SampleFolderTests {
    @Test func theTemplatesAreThoseOfTheDocument() async throws {
        let templates = try await TestSamples.data.value.templates
        #expect(
            templates.map { "\($0.title), \($0.questions.count), \($0.level), \($0.kind.rawValue)" } == [
                "Frontend Developer Interview, 4, mid, technical",
                "Python Backend Engineer, 5, senior, technical",
                "System Design Interview, 3, senior, system-design",
                "Behavioral Interview, 5, junior, behavioural",
            ])
    }

    @Test func theFirstInterviewsAreThoseOfTheDocument() async throws {
        let interviews = try await TestSamples.data.value.interviews.prefix(3)
        #expect(
            interviews.map { "\($0.details.title), \($0.state.rawValue), \($0.questions.count)" } == [
                "Frontend Developer at TechCorp, scheduled, 5", "Backend Engineer at StartupX, completed, 4",
                "Full Stack Developer Interview, inProgress, 3",
            ])
        #expect(interviews.allSatisfy { $0.questions.allSatisfy { $0.kind.family == .technical } })
        #expect(interviews.map(\.questions.count).reduce(0, +) == 12)
    }

    @Test func everyStateComesAndEverySampleHasItsLabel() async throws {
        let data = try await TestSamples.data.value
        #expect(Set(data.interviews.map(\.state)) == Set(InterviewState.allCases))
        #expect(data.interviews.allSatisfy { $0.details.tags.contains("sample") })
        #expect(data.interviews.allSatisfy { $0.details.candidate != nil })
        #expect(data.templates.allSatisfy { $0.tags.contains("sample") })
        #expect(data.banks.allSatisfy { $0.info.tags.contains("sample") })
        let questions = data.banks.flatMap(\.questions)
        #expect(questions.allSatisfy { $0.tags.contains("sample") && $0.id.hasPrefix("sample-") })
        #expect(Set(data.people.map(\.role)) == Set(PersonRole.allCases))
        #expect(data.resumes.map(\.profile.level).contains { $0 != nil })
    }

    @Test func theQuestionsOfTheBankAreGoodOnes() async throws {
        let questions = try await TestSamples.data.value.banks.flatMap(\.questions)
        for (question, warnings) in zip(questions, QuestionReview().warnings(of: questions)) {
            #expect(warnings.isEmpty, "\(question.id): \(warnings)")
        }
    }

    /// What is told of a folder in which one file reads differently.
    private func failure(_ file: String, _ text: String, for other: String) async throws -> String {
        let scratch = try TestFolder()
        let folder = scratch.file("seed")
        try FileManager.default.copyItem(atPath: SourceTree.file("seed"), toPath: folder)
        let path = "\(folder)/\(file)"
        let whole = try TestFile.text(path)
        let part = try #require(whole.range(of: text))
        try TestFile.write(whole.replacingCharacters(in: part, with: other), to: path)
        do {
            _ = try await TestSamples.load(folder)
            return "nothing"
        } catch { return "\(error)" }
    }

    @Test(arguments: [
        ("number: 2\n", "number: 3\n", "is not a whole number of 1 to 2"),
        ("state: scheduled", "state: planned", "`planned` is none of scheduled, inProgress"),
        ("candidate: 2", "candidate: 99", "interviews[0].candidate: `99` is not a whole number of 1 to 7"),
        ("company: TechCorp", "firm: TechCorp", "interviews[0].firm: There is no such field"),
        ("sample-react-hooks,", "sample-nothing,", "There is no question `sample-nothing`"),
        ("{day: 3,", "{day: -3,", "It is not in the future"),
        ("\"10:00\"", "\"25:00\"", "`25:00` is not a time of day"),
        ("        seconds: 150\n", "", "seconds: The field is missing"),
        ("{score: 85,", "{score: 850,", "`850` is not a number of 0 to 100"),
        ("sampleSentences: 2,", "sampleSentences: 2, text: Twice,", "either a text or a number"),
        ("state: cancelled", "state: scheduled", "It is not in the future"),
        ("reports: [accepted]", "reports: [lost]", "`lost` is none of pending, accepted, declined"),
    ]) func whatIsWrongWithInterviewsIsTold(text: String, other: String, told: String) async throws {
        let failure = try await failure("interviews.yaml", text, for: other)
        #expect(failure.contains(told) && failure.contains("interviews.yaml"), "\(failure)")
    }

    @Test func aListThatIsMissingIsTold() async throws {
        let scratch = try TestFolder()
        await #expect(throws: QuestionBankFileError.self) { _ = try await TestSamples.load(scratch.path) }
    }
}
