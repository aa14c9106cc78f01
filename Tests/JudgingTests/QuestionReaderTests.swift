import Evaluation
import HTTPClient
import Interview
import Speech
import Testing

@testable import Judging

@Suite struct QuestionReaderTests {
    private func read(
        _ text: String, _ wish: QuestionWish = WrittenCase.wish, known: [Question] = [], count: Int = 2
    ) -> (questions: [Question], faults: [String]) {
        QuestionReader(wish: wish, model: "test-1 at 127.0.0.1", judge: RubricEvaluator(), known: known)
            .read(text, count: count)
    }

    @Test func aGoodQuestionIsTakenWithIdsOfVivasOwn() throws {
        let read = read(WrittenCase.answer(WrittenCase.partitions(), WrittenCase.offsets()))
        #expect(read.faults == [])
        let question = try #require(read.questions.first)
        #expect(question.id == "generated-kafka-why-does-kafka-split-a-topic-into")
        #expect(question.origin == .languageModel && question.model == "test-1 at 127.0.0.1")
        #expect(question.tags == ["generated", "Kafka"] && question.category == "messaging")
        #expect(question.spokenText == nil && question.roles == [] && question.expectedDurationSeconds == 75)
        #expect(Set(question.keyPoints.map(\.id)).count == 3)
        #expect(question.followUps.map(\.keyPointID) == [question.keyPoints[1].id])
        #expect(question.rubric.kind == .technical, "A model knows facts of its subject.")
        #expect(read.questions.last?.id.hasPrefix("generated-kafka-explain-what-happens") == true)
    }

    @Test func aQuestionForARoleSaysSo() {
        let wish = QuestionWish(
            WrittenCase.kafka, role: "Data Engineer", kinds: [.technical], levels: [.mid], count: 1)
        #expect(
            read(WrittenCase.answer(WrittenCase.partitions()), wish, count: 1).questions.first?.roles
                == ["Data Engineer"])
        let role = QuestionWish(
            TemplateSubject(.role, "Nurse"), role: "Baker", kinds: [.technical], levels: [.mid], count: 1)
        #expect(role.role == "Nurse")
    }

    @Test(arguments: [
        ("Hello there.", "it is not JSON"), ("[]", "\"questions\" is missing"), ("7", "is missing"),
        (#"{"questions": "none"}"#, "is a text and must be a list"),
        (#"{"questions": [7, "x"]}"#, "question 2 is a text and must be an object"),
        (#"{"questions": []}"#, "there are 0 questions and 2 are wanted"),
    ])
    func anotherShapeIsTold(text: String, fault: String) {
        let read = read(text)
        #expect(read.questions.isEmpty && read.faults.contains { $0.contains(fault) }, "\(read.faults)")
    }

    private static let faults: [(key: String, value: JSONValue, fault: String)] = [
        ("text", .text("Kafka partitions are a nice thing."), "question mark"),
        ("text", .text("Why Kafka?"), "2 words"), ("text", 7, "a number"),
        ("text", .text("Why does Kafka \u{1B}[31m split topics?"), "control characters"),
        ("text", .text("Why does Kafka \u{202E} split topics?"), "control characters"),
        ("text", .text("Why does " + String(repeating: "a", count: 600) + " split?"), "too long"),
        ("spoken", .text(String(repeating: "word ", count: 101)), "101 words"),
        ("kind", "cooking", "one of technical"), ("kind", "behavioural", "one of technical"),
        ("level", "expert", "one of mid"), ("category", "", "0 words"),
        ("key_points", [], "0 entries"), ("key_points", "none", "a text and must be a list"),
        ("sample_answer", "It is good.", "3 words"),
        ("sample_answer", .text(String(repeating: "very ", count: 201)), "201 words"),
        ("hints", [], "0 different texts"), ("hints", [3], "holds a number"), ("hints", .null, "missing"),
        ("follow_ups", [], "0 entries"), ("follow_ups", [["key_point": 9, "text": "And why?"]], "1 to 3"),
        ("follow_ups", [["key_point": 1.5, "text": "And why?"]], "whole number"),
        ("follow_ups", [["key_point": 1, "text": "Good luck then."]], "follow-up 1, text"),
        ("expected_seconds", 0, "20 to 300"), ("expected_seconds", 1e12, "20 to 300"),
        ("expected_seconds", "90", "20 to 300"),
    ]

    @Test(arguments: faults)
    func whatIsWrongIsToldAndTheOtherQuestionTaken(key: String, value: JSONValue, fault: String) {
        let read = read(
            WrittenCase.answer(WrittenCase.partitions { $0[key] = value }, WrittenCase.offsets()))
        #expect(read.questions.count == 1 && read.questions.first?.text.contains("offsets") == true)
        #expect(
            read.faults.contains { $0.hasPrefix("question 1") && $0.contains(fault) }, "\(read.faults)")
    }

    private static let pointFaults: [(key: String, value: JSONValue, fault: String)] = [
        ("weight", 0, "0.1 to 10"), ("weight", -1, "0.1 to 10"),
        ("weight", 1e300, "0.1 to 10"),
        ("weight", "heavy", "0.1 to 10"), ("variants", ["one way"], "1 different texts"),
        ("variants", ["one way", "One way", "one way"], "1 different texts"),
        ("variants", ["{made}", "b c", "d e"], "curly brackets"), ("statement", .null, "missing"),
        ("statement", "Order is kept within one partition only.", "another key point has the same"),
    ]

    @Test(arguments: pointFaults)
    func whatIsWrongWithAKeyPointIsTold(key: String, value: JSONValue, fault: String) {
        let question = WrittenCase.partitions { fields in
            guard case .list(var points)? = fields["key_points"], case .object(var last) = points[2] else {
                return
            }
            last[key] = value
            points[2] = .object(last)
            fields["key_points"] = .list(points)
        }
        let read = read(WrittenCase.answer(question), count: 1)
        #expect(read.questions.isEmpty)
        #expect(
            read.faults.contains { $0.hasPrefix("question 1, key point 3") && $0.contains(fault) },
            "\(read.faults)")
    }

    @Test func whatIsAskedAlreadyIsLeftOut() throws {
        let own = Question(
            id: "own", text: "Why does Kafka split topics into partitions?", kind: .technical,
            category: "messaging", level: .mid, keyPoints: [])
        let known = read(WrittenCase.answer(WrittenCase.partitions()), known: [own], count: 1)
        #expect(known.questions.isEmpty)
        #expect(
            known.faults.contains { $0.contains("nearly the same as \"Why does Kafka split topics") },
            "\(known.faults)")
        let twice = read(
            WrittenCase.answer(WrittenCase.partitions(), WrittenCase.partitions(), WrittenCase.offsets()))
        #expect(twice.questions.count == 2 && Set(twice.questions.map(\.id)).count == 2)
        #expect(twice.faults.count == 1 && twice.faults[0].hasPrefix("question 2"))
    }

    @Test func aNameThatIsTakenGetsANumber() {
        let own = Question(
            id: "generated-kafka-why-does-kafka-split-a-topic-into", text: "What is a heap?",
            kind: .technical, category: "data", level: .mid, keyPoints: [])
        let read = read(WrittenCase.answer(WrittenCase.partitions()), known: [own], count: 1)
        #expect(read.questions.map(\.id) == [own.id + "-2"])
    }

    @Test func aSampleAnswerMustFitItsQuestion() throws {
        guard case .object(let other) = WrittenCase.offsets() else { return }
        let strange = """
            I like Kafka a great deal, because it was there when I came to the company and everybody was friendly about it. My \
            colleagues showed me the office and the kitchen, and on Fridays we had lunch together in the park. In summer we went \
            to the lake with our bicycles, which was a lot of fun, and in winter somebody always brought a cake. Later I moved \
            to another town, where I found a flat with a balcony, and so I had to say goodbye to all of them in the end, sadly.
            """
        for text in [JSONValue.text(strange), other["sample_answer"] ?? .null] {
            let read = read(
                WrittenCase.answer(WrittenCase.partitions { $0["sample_answer"] = text }), count: 1)
            #expect(read.questions.isEmpty)
            #expect(
                read.faults.contains {
                    $0.contains("must reach 60 of 100; key points not found in it: 1")
                }, "\(read.faults)")
        }
    }

    @Test func aQuestionAboutSomethingElseIsLeftOut() {
        let wish = QuestionWish(
            TemplateSubject(.skill, "COBOL"), kinds: [.technical], levels: [.mid], count: 1)
        let read = read(WrittenCase.answer(WrittenCase.partitions()), wish, count: 1)
        #expect(read.questions.isEmpty && read.faults.contains { $0.contains("does not name COBOL") })
    }

    @Test func aSubjectMayBeNamedInAnotherSpelling() {
        let wish = QuestionWish(
            TemplateSubject(.skill, "Apache Messaging Log"), spellings: ["kafka"], kinds: [.technical],
            levels: [.mid], count: 1)
        #expect(read(WrittenCase.answer(WrittenCase.partitions()), wish, count: 1).faults == [])
    }

    @Test func noMoreThanWasWantedIsTaken() {
        let many = [JSONValue](repeating: WrittenCase.partitions(), count: 500)
        let read = read(
            JudgePrompt.written([
                "questions": .list([WrittenCase.offsets(), WrittenCase.partitions()] + many)
            ]), count: 1)
        #expect(read.questions.count == 1 && read.faults == [])
    }

    @Test(arguments: [
        ("What is a heap?", true), ("Explain what a heap is.", true),
        ("A heap is slow. Please tell me why.", true),
        ("Walk me through it!", true), ("Heaps are nice.", false), ("What is it? I know.", false),
        ("", false),
    ])
    func whatAsksForSomethingIsKnown(text: String, isRequest: Bool) {
        #expect(SpokenRequest.isOne(text) == isRequest)
    }
}
