import Accounts
import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import Records
import Service
import Synchronization
import Testing

/// An interview that is held question by question takes one answer at a time.
@Suite struct DialogueTests {
    /// A judge that waits until it is let go, and tells when it begins.
    private final class HeldJudge: Judge {
        private let begun: AsyncStream<Void>.Continuation
        private let gate: AsyncStream<Void>
        private let key: AsyncStream<Void>.Continuation
        /// What comes when it begins.
        let begins: AsyncStream<Void>

        init() {
            (begins, begun) = AsyncStream<Void>.makeStream()
            (gate, key) = AsyncStream<Void>.makeStream()
        }

        /// Lets it go, now and from here on.
        func letGo() { key.finish() }

        func evaluate(_ answer: JudgedAnswer, against rubric: Rubric) async -> Evaluation {
            begun.yield()
            for await _ in gate {}
            return RubricEvaluator().evaluate(answer, against: rubric)
        }
    }

    private static let words = TestService.answer.text

    private static func isConflict(_ work: () async throws -> Void) async -> Bool {
        do { try await work() } catch {
            if case .conflict = ServiceError(error) { return true }
        }
        return false
    }

    @Test(.timeLimit(.minutes(30)), arguments: TestDatabase.all)
    func whatIsSentTwiceAtOnceAnswersOneQuestion(kind: TestDatabase) async throws {
        let judge = HeldJudge()
        try await TestService.run(kind, judge: judge) { test in
            let service = test.service
            let sheet = try await test.begun(3, mode: .real)
            let name = RecordName.number(sheet.number)
            let first = Task { try await service.respond(Self.words, in: name, for: .local) }
            for await _ in judge.begins { break }
            // The same once more, while the first one is being judged.
            for number in [nil, sheet.questions[0].number] {
                #expect(
                    await Self.isConflict {
                        _ = try await service.respond(Self.words, to: number, in: name, for: .local)
                    })
            }
            judge.letGo()
            let step = try await first.value
            #expect(step.answered?.question.number == sheet.questions[0].number)
            let answers = try await service.interview(name, for: .local).interview.turns.flatMap(\.takes)
            #expect(answers.count == 1)
            // From then on the next one is taken.
            let next = try await service.respond(Self.words, in: name, for: .local)
            #expect(next.answered?.question.number != step.answered?.question.number)
        }
    }

    @Test(arguments: TestDatabase.all)
    func whatIsSentAgainIsRefusedWhereItNamesItsQuestion(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let service = test.service
            let sheet = try await test.begun(3)
            let name = RecordName.number(sheet.number)
            let number = try #require(sheet.next?.number)
            let step = try await service.respond(Self.words, to: number, in: name, for: .local)
            #expect(step.answered?.question.number == number)
            #expect(
                await Self.isConflict {
                    _ = try await service.respond(Self.words, to: number, in: name, for: .local)
                })
            let later = try #require(step.sheet.questions.last?.number)
            #expect(later != step.question?.number)
            #expect(
                await Self.isConflict {
                    _ = try await service.respond(Self.words, to: later, in: name, for: .local)
                }, "It is not the one that was put.")
            let other = try await test.begun(1)
            do {
                _ = try await service.respond(
                    Self.words, to: other.questions[0].number, in: name, for: .local)
                Issue.record("It is a question of another interview.")
            } catch {
                guard case .notFound = ServiceError(error) else {
                    Issue.record("\(error)")
                    return
                }
            }
            let answers = try await service.interview(name, for: .local).interview.turns.flatMap(\.takes)
            #expect(answers.count == 1)
        }
    }
}
