import Accounts
import Archive
import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import Records
import Service
import Testing

/// Interviews are made, answered in any order, judged at once and summed up.
@Suite struct AnsweringTests {
    @Test(arguments: TestDatabase.all)
    func anInterviewIsMadeAnsweredInAnyOrderAndSummedUp(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let service = test.service
            var request = InterviewRequest()
            request.title = "  Before the interview "
            request.questionCount = 3
            request.kind = .technical
            let made = try await service.create(request, for: .local)
            #expect(made.interview.details.title == "Before the interview")
            #expect(made.interview.state == .scheduled)
            #expect(made.questions.count == 3)
            #expect(Set(made.questions.map(\.question.category)) == ["databases"])
            let third = made.questions[2].number
            let early = await #expect(throws: ServiceError.self) {
                try await service.answer(TestService.answer, to: third, for: .local)
            }
            guard case .conflict = early else {
                return #expect(Bool(false), "It was not begun: \(String(describing: early))")
            }
            let name = RecordName.number(made.number)
            let begun = try await service.start(name, for: .local)
            #expect(begun.questions == made.questions, "Numbers stay.")
            let last = try await service.answer(TestService.answer, to: third, of: name, for: .local)
            #expect(last.question.number == third)
            #expect(last.take.evaluation?.overall ?? 0 > 40)
            #expect(last.take.timeTakenSeconds == 40)
            let next = try await service.nextQuestion(of: name, for: .local)
            #expect(next.question?.number == made.questions[0].number)
            let first = try await service.answer(
                TestService.answer, to: made.questions[0].number, for: .local)
            #expect(first.number != last.number)
            _ = try await service.answer(TestService.answer, to: made.questions[1].number, for: .local)
            #expect(try await service.nextQuestion(of: name, for: .local).question == nil)
            let results = try await service.complete(name, for: .local)
            #expect(results.sheet.interview.state == .completed)
            #expect(results.summary.meanOverall != nil)
            let again = await #expect(throws: ServiceError.self) {
                try await service.complete(name, for: .local)
            }
            guard case .conflict = again else { return #expect(Bool(false), "It is over.") }
            #expect(try await service.results(of: name, for: .local).summary == results.summary)
            #expect(try await service.statistics(for: .local).questionsAnswered == 3)
        }
    }

    @Test(arguments: TestDatabase.all)
    func anotherAnswerIsAnotherTakeInPracticeAndRefusedForReal(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let practice = try await test.begun(2)
            let number = practice.questions[0].number
            let one = try await test.service.answer(TestService.answer, to: number, for: .local)
            let two = try await test.service.answer(TestService.answer, to: number, for: .local)
            #expect(two.question.answers == [one.number, two.number])
            let refused = await #expect(throws: ServiceError.self) {
                try await test.service.answer(
                    TestService.answer, to: number, repetition: .refused, for: .local)
            }
            guard case .conflict = refused else { return #expect(Bool(false), "It was answered.") }
            let real = try await test.begun(2, mode: .real)
            _ = try await test.service.answer(TestService.answer, to: real.questions[1].number, for: .local)
            let second = await #expect(throws: ServiceError.self) {
                try await test.service.answer(TestService.answer, to: real.questions[1].number, for: .local)
            }
            guard case .conflict = second else { return #expect(Bool(false), "It is held for real.") }
            #expect(
                try await test.service.interview(.number(real.number), for: .local).questions[1].answers.count
                    == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func addressesAreKeptAndAQuestionOfAnotherInterviewIsNotFound(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let one = try await test.begun(1)
            let other = try await test.begun(1)
            var answer = TestService.answer
            answer.addresses = AnswerAddresses(audio: "https://example.org/a.wav", video: nil)
            answer.code = "SELECT 1"
            let taken = try await test.service.answer(answer, to: one.questions[0].number, for: .local)
            #expect(taken.take.addresses?.audio == "https://example.org/a.wav")
            #expect(taken.take.code == "SELECT 1")
            let missing = await #expect(throws: ServiceError.self) {
                try await test.service.answer(
                    answer, to: one.questions[0].number, of: .number(other.number), for: .local)
            }
            guard case .notFound = missing else { return #expect(Bool(false), "It is of the other one.") }
            let empty = await #expect(throws: ServiceError.self) {
                try await test.service.answer(
                    InterviewAnswer(text: " \n"), to: other.questions[0].number, for: .local)
            }
            guard case .invalid = empty else { return #expect(Bool(false), "It says nothing.") }
        }
    }

    @Test(arguments: TestDatabase.all)
    func twoWhoAnswerAtOnceBothAnswer(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let sheet = try await test.begun(3)
            try await withThrowingTaskGroup(of: Int64.self) { group in
                for question in sheet.questions {
                    group.addTask {
                        try await test.service.answer(TestService.answer, to: question.number, for: .local)
                            .number
                    }
                }
                let numbers = try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
                #expect(numbers.count == 3)
            }
            let after = try await test.service.interview(.number(sheet.number), for: .local)
            #expect(after.questions.allSatisfy { $0.turn?.evaluation != nil })
        }
    }

    @Test func aQuestionIsNotChangedUnderWhoeverAnswersAnother() async throws {
        try await TestService.run(.sqlite, longestWait: .milliseconds(50)) { test in
            let sheet = try await test.begun(3)
            let number = sheet.questions[2].number
            let desk = try await InterviewDesk.open(.number(sheet.number), in: test.service.archive)
            let busy = await #expect(throws: ServiceError.self) {
                try await test.service.rewrite(number, position: 1, for: .local) { $0.text = "Why us?" }
            }
            guard case .busy = busy else { return #expect(Bool(false), "\(String(describing: busy))") }
            // What changes nothing waits for nobody.
            _ = try await test.service.rewrite(number, position: 3, for: .local) { _ in }
            await desk.close()
            let changed = try await test.service.rewrite(number, position: 1, for: .local) {
                $0.text = "Why us?"
            }
            #expect(changed.question.text == "Why us?")
            #expect(changed.sheet.questions.first?.number == number)
        }
    }

    @Test func whoWaitsTooLongIsToldThatItIsBusy() async throws {
        try await TestService.run(.sqlite, longestWait: .milliseconds(50)) { test in
            let sheet = try await test.begun(1)
            let desk = try await InterviewDesk.open(.number(sheet.number), in: test.service.archive)
            let busy = await #expect(throws: ServiceError.self) {
                try await test.service.answer(
                    TestService.answer, to: sheet.questions[0].number, for: .local)
            }
            guard case .busy = busy else { return #expect(Bool(false), "\(String(describing: busy))") }
            await desk.close()
            _ = try await test.service.answer(TestService.answer, to: sheet.questions[0].number, for: .local)
        }
    }

    @Test func anAnswerWhoseJudgementWasBrokenOffIsKeptAndJudgedLater() async throws {
        let judge = StuckJudge()
        try await TestService.run(.sqlite, judge: judge) { test in
            let sheet = try await test.begun(2)
            let task = Task {
                try await test.service.answer(
                    TestService.answer, to: sheet.questions[0].number, for: .local)
            }
            await judge.untilAsked()
            task.cancel()
            _ = await task.result
            let name = RecordName.number(sheet.number)
            let kept = try await test.service.interview(name, for: .local)
            #expect(kept.questions[0].turn?.finalTake?.text == TestService.answer.text)
            #expect(kept.questions[0].turn?.evaluation == nil)
            _ = try await test.service.answer(TestService.answer, to: sheet.questions[1].number, for: .local)
            let after = try await test.service.interview(name, for: .local)
            #expect(after.questions.allSatisfy { $0.turn?.evaluation != nil })
        }
    }
}

/// A judge that does not come to an end the first time.
private actor StuckJudge: Judge {
    private var isStuck = true
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func evaluate(_ answer: JudgedAnswer, against rubric: Rubric) async -> Evaluation {
        if isStuck {
            isStuck = false
            for continuation in waiting { continuation.resume() }
            waiting = []
            try? await Task.sleep(for: .seconds(600))
        }
        return RubricEvaluator().evaluate(answer, against: rubric)
    }

    func untilAsked() async {
        guard isStuck else { return }
        await withCheckedContinuation { waiting.append($0) }
    }
}
