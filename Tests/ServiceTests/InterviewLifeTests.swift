import Accounts
import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Recordings
import Records
import Service
import Testing

/// What happens to interviews as a whole.
@Suite struct InterviewLifeTests {
    private func requireConflict(_ work: () async throws -> Void) async {
        do {
            try await work()
            Issue.record("It was done.")
        } catch {
            guard case .conflict = ServiceError(error) else {
                Issue.record("\(error)")
                return
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func interviewsAreCancelledRestartedAndDeleted(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let service = test.service
            let begun = try await test.begun(2)
            let name = RecordName.number(begun.number)
            await requireConflict { _ = try await service.restart(name, for: .local) }
            #expect(try await service.cancel(name, for: .local).interview.state == .abandoned)
            await requireConflict { _ = try await service.nextQuestion(of: name, for: .local) }
            let again = try await service.restart(name, for: .local)
            #expect(again.interview.state == .inProgress)
            #expect(again.interview.details.repeats == begun.interview.id)
            #expect(again.questions.map(\.question) == begun.questions.map(\.question))
            #expect(Set(again.questions.map(\.number)).isDisjoint(with: begun.questions.map(\.number)))
            try await service.delete(name, for: .local)
            #expect(try await !service.isThere(name))
            #expect(try await service.isThere(.number(again.number)))
        }
    }

    @Test(arguments: TestDatabase.all)
    func whoIsTakenIsNotPlannedTwice(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let ann = try await test.somebody("Ann", .candidate)
            var request = InterviewRequest()
            request.questionCount = 1
            request.candidate = ann.person
            request.schedule = InterviewSchedule(start: TestService.now + 86_400)
            let wish = request
            let planned = try await test.service.create(wish, for: .local)
            await requireConflict { _ = try await test.service.create(wish, for: .local) }
            var edit = InterviewEdit()
            edit.start = TestService.now + 172_800
            try await test.service.edit(.number(planned.number), edit, for: .local)
            let moved = try await test.service.interview(.number(planned.number), for: .local)
            #expect(moved.interview.schedule?.moves == 1)
            _ = try await test.service.create(wish, for: .local)
            await requireConflict {
                _ = try await test.service.markMissed(.number(planned.number), for: .local)
            }
            let cancelled = try await test.service.cancel(
                .number(planned.number), because: "ill", for: .local)
            #expect(cancelled.interview.cancellation == "ill")
        }
    }

    @Test(arguments: TestDatabase.all)
    func plannedQuestionsAreChangedThroughTheService(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let service = test.service
            let sheet = try await test.begun(2)
            let name = RecordName.number(sheet.number)
            let added = try #require(
                try await service.add(
                    [AddedQuestion(testQuestion("own", "Why here?"), to: name, position: 1)], for: .local
                ).first?.question)
            #expect(try await service.nextQuestion(of: name, for: .local).question?.number == added.number)
            _ = try await service.rewrite(added.number, position: nil, for: .local) { $0.text = "Why us?" }
            let answered = try await service.answer(TestService.answer, to: added.number, for: .local)
            #expect(answered.question.text == "Why us?")
            await requireConflict {
                try await service.withdrawInterviewQuestion(added.number, for: .local)
            }
            try await service.withdrawInterviewQuestion(sheet.questions[0].number, for: .local)
            let left = try await service.interview(name, for: .local)
            #expect(left.questions.map(\.number) == [added.number, sheet.questions[1].number])
            _ = try await service.say("May I ask something?", as: .candidate, in: name, for: .local)
            #expect(
                try await service.conversation(of: name, for: .local).map(\.text).contains(
                    "May I ask something?"))
        }
    }

    @Test(arguments: TestDatabase.all)
    func templatesMakeInterviewsOfWhoeverUsesThem(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let one = try await test.records.keep(Organization(id: "o", name: "Initech")).number
            let ann = try await test.somebody("Ann", .candidate, of: one)
            let other = try await test.records.keep(Organization(id: "p", name: "Other")).number
            let kept = try await test.records.keep(
                InterviewTemplate(
                    id: "t", title: "Two", questions: .own([testQuestion("a"), testQuestion("b")])))
            let foreign = try await test.records.keep(
                InterviewTemplate(id: "f", title: "Foreign", questions: .chosen(2), organization: other))
            let page = try await test.service.templates(page: .skipping(0, count: 9), for: ann)
            #expect(page.items.map(\.number) == [kept.number])
            #expect(page.total == 1)
            await #expect(throws: ServiceError.self) {
                try await test.service.template(.number(foreign.number), for: ann)
            }
            let sheet = try await test.service.use(template: .number(kept.number), for: ann)
            #expect(sheet.interview.details.candidate == ann.person)
            #expect(sheet.interview.details.organization == one)
            #expect(sheet.questions.count == 2)
            let rule = try await test.records.keep(
                InterviewTemplate(id: "r", title: "Rule", kind: .technical, questions: .chosen(3)))
            let chosen = try await test.service.use(template: .number(rule.number), for: ann)
            #expect(chosen.questions.map(\.question.category) == ["databases", "databases", "databases"])
            // Who practises with it is not the one who asks, and another role has as many questions.
            let ivan = try await test.somebody("Ivan", .interviewer, of: one)
            let own = try await test.service.use(
                template: .number(rule.number), role: "Beekeeper", candidate: ivan.person, for: ivan)
            #expect(own.interview.details.candidate == ivan.person)
            #expect(own.interview.details.interviewer == nil)
            #expect(own.interview.role == "Beekeeper")
            #expect(own.questions.count == 3)
            let asked = try await test.service.use(
                template: .number(rule.number), candidate: ann.person, for: ivan)
            #expect(asked.interview.details.interviewer == ivan.person)
            #expect(try await test.records.template(.number(rule.number)).useCount == 3)
            // One that chooses while it is held has no question before it begins.
            let open = RecordName.number(
                try await test.records.use(template: .number(rule.number), candidate: ann.person).number)
            #expect(try await test.service.nextQuestion(of: open, for: ann).question == nil)
            let next = try await test.service.nextQuestion(of: open, beginning: .included, for: ann)
            #expect(next.question != nil)
            #expect(next.sheet.interview.state == .inProgress)
        }
    }

    @Test(arguments: TestDatabase.all)
    func aRoleStaysAsItWasWritten(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            _ = try await test.records.syncBank(
                key: "own", name: "Own",
                questions: [
                    testQuestion("front", roles: ["Frontend Developer"]),
                    testQuestion("data", roles: ["Data Scientist"]),
                ])
            var request = InterviewRequest()
            request.kind = .technical
            request.questionCount = 8
            request.role = " Senior  Frontend Developer"
            request.skills = ["index", "a skill with a name that is longer than any question can hold"]
            let wish = request
            let sheet = try await test.service.create(wish, for: .local)
            #expect(sheet.interview.role == "Senior Frontend Developer")
            #expect(sheet.interview.plan.preferences.role == "Frontend Developer")
            #expect(sheet.interview.skillNames == request.skills)
            // Six fit every role, one this one and one another, which comes last.
            #expect(sheet.questions.last?.question.id == "data")
            #expect(sheet.questions.count == 8)
            let listed = try await test.service.interviews(page: .first(9), for: .local).items
            #expect(listed.map(\.role) == ["Senior Frontend Developer"])
            request.role = String(repeating: "x", count: 201)
            let long = request
            await #expect(throws: ServiceError.self) { try await test.service.create(long, for: .local) }
        }
    }

    @Test(arguments: TestDatabase.all)
    func whoAnswersSeesWhatIsExpectedWhenItIsOver(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let one = try await test.records.keep(Organization(id: "o", name: "Initech")).number
            let ann = try await test.somebody("Ann", .candidate, of: one)
            let rita = try await test.somebody("Rita", .recruiter, of: one)
            let sheet = try await test.begun(1, candidate: ann.person, for: ann)
            let name = RecordName.number(sheet.number)
            #expect(try await !test.service.results(of: name, for: ann).showsExpectations)
            #expect(try await test.service.results(of: name, for: rita).showsExpectations)
            #expect(try await test.service.results(of: name, for: .local).showsExpectations)
            _ = try await test.service.answer(TestService.answer, to: sheet.questions[0].number, for: ann)
            _ = try await test.service.complete(name, for: ann)
            #expect(try await test.service.results(of: name, for: ann).showsExpectations)
        }
    }

    @Test(arguments: TestDatabase.all)
    func whatIsLeftAloneTooLongIsGivenUp(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            var request = InterviewRequest()
            request.questionCount = 1
            request.beginning = .now
            request.timeOutMinutes = 60
            let limited = request
            request.timeOutMinutes = nil
            let unlimited = request
            let one = try await test.service.create(limited, for: .local)
            let two = try await test.service.create(unlimited, for: .local)
            #expect(try await test.service.giveUpTimedOut() == [])
            let later = test.service(at: TestService.now + 3_601)
            #expect(try await later.giveUpTimedOut() == [one.number])
            #expect(try await later.interview(.number(one.number), for: .local).interview.state == .abandoned)
            #expect(
                try await later.interview(.number(two.number), for: .local).interview.state == .inProgress)
        }
    }

    @Test(arguments: TestDatabase.all)
    func aReportIsAPDFThatIsKept(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let sheet = try await test.begun(1)
            let name = RecordName.number(sheet.number)
            _ = try await test.service.answer(TestService.answer, to: sheet.questions[0].number, for: .local)
            _ = try await test.service.complete(name, for: .local)
            let report = try await test.service.makeReport(of: name, for: .local)
            let reader = try await test.service.reader(ofReport: .number(report.number), for: .local)
            let bytes = try reader.read(0..<reader.sizeBytes)
            #expect(bytes.starts(with: Array("%PDF".utf8)))
            let bob = try await test.somebody("Bob", .candidate)
            await #expect(throws: ServiceError.self) {
                try await test.service.report(.number(report.number), for: bob)
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func questionsComeFromTheBanksThatSomebodyMaySee(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let one = try await test.records.keep(Organization(id: "o", name: "Initech")).number
            let ann = try await test.somebody("Ann", .candidate, of: one)
            let bob = try await test.somebody("Bob", .candidate)
            let bank = try await test.records.keep(
                QuestionBankInfo(id: "b", name: "Own", isPublic: false, organization: one))
            _ = try await test.records.addQuestion(
                testQuestion("secret", "What is our secret?", kind: .hr, roles: ["Secretary"]),
                to: .number(bank.number))
            var request = InterviewRequest()
            request.kind = .hr
            request.questionCount = 3
            let wish = request
            let made = try await test.service.create(wish, for: ann)
            // Questions of the kind beside it fill up.
            #expect(made.questions.map(\.question.id).first == "secret")
            #expect(made.questions.dropFirst().map(\.question.kind) == [.behavioural, .behavioural])
            let others = try await test.service.create(wish, for: bob)
            #expect(others.questions.map(\.question.kind) == [.behavioural, .behavioural, .behavioural])
            #expect(try await test.service.roles(for: ann) == ["Secretary"])
            #expect(try await test.service.roles(for: bob) == [])
            let found = try await test.service.bankQuestions(page: .skipping(0, count: 50), for: bob)
            #expect(found.total == TestService.questions.count)
        }
    }
}
