import Speech
import Testing

@testable import Evaluation

@Suite struct CodeTextTests {
    private static let python = """
        I keep what I have seen in a dictionary, so it takes linear time.

        def two_sum(numbers, target):
            seen = {}
            for place, number in enumerate(numbers):
                if target - number in seen:
                    return [seen[target - number], place]
                seen[number] = place
        """

    @Test func linesOfCodeAreToldFromProse() {
        let code = CodeText(Self.python)
        #expect(code.lineCount == 6)
        #expect(code.hasCode)
        #expect(code.prose == "I keep what I have seen in a dictionary, so it takes linear time.")
    }

    @Test(arguments: [
        "for (int i = 0; i < n; i++) {\n  sum += a[i];\n}",
        "function reverse(list)\n  previous = null\n  while list != null\n    next = list.next\n  return previous",
        "SELECT name FROM users WHERE id = 7;\nSELECT count(*) FROM orders;",
        "```\nset x to 1\nprint it\n```",
    ])
    func codeOfManyLanguagesIsCode(text: String) { #expect(CodeText(text).hasCode) }

    @Test(arguments: [
        "hash map, collision, bucket, load factor",
        "hash map;\ncollision;\nbucket;\nload factor;",
        "First I would ask (of course) what it is for.\nThen I would measure it.\nFor example, with a profiler.",
        "If it fails, I look at the log.\nWhile it runs, I wait.\nReturn on investment is what counts.",
        "The formula is E = mc2 and nothing else.",
        "- index: a sorted copy\n- cache: a near copy\n- replica: a full copy",
        "",
    ])
    func proseAndListsAreNot(text: String) { #expect(!CodeText(text).hasCode, "\(text)") }

    private static let rubric = Rubric(
        question: "How do you find two numbers of a list that add up to a target?",
        keyPoints: [
            KeyPoint(
                id: "map", statement: "Keeps the numbers seen in a dictionary.",
                variants: ["hash map", "seen"]),
            KeyPoint(id: "cost", statement: "Needs linear time.", variants: ["linear time", "o of n"]),
        ], kind: .coding)

    @Test func anAnswerInCodeIsJudgedAndFlaggedForAPerson() throws {
        let evaluation = RubricEvaluator().evaluate(JudgedAnswer(typed: Self.python), against: Self.rubric)
        #expect(try #require(evaluation.overall) > 40)
        #expect(try #require(evaluation.gate).connected == 1)
        #expect(evaluation.needsReview == true)
        #expect(evaluation.notices?.contains { $0.contains("not run") } == true)
    }

    @Test func codeAloneIsNoRowOfKeywords() throws {
        let code = Self.python.split(separator: "\n").dropFirst().joined(separator: "\n")
        let evaluation = RubricEvaluator().evaluate(JudgedAnswer(typed: code), against: Self.rubric)
        #expect(try #require(evaluation.gate).connected == 1)
    }

    @Test func anAnswerInProseIsNotFlaggedForCode() {
        let evaluation = RubricEvaluator().evaluate(
            JudgedAnswer(typed: "I keep the numbers I have seen in a hash map, which needs linear time."),
            against: Self.rubric)
        #expect(evaluation.notices == nil)
    }

    @Test(arguments: [
        "It is O(n log n).", "That is o of n", "quadratic", "it runs in linear time", "Space is O(1)",
    ])
    func aStatedCostIsFound(text: String) {
        #expect(StatedComplexity.place(in: AnswerText(JudgedAnswer(typed: text))) != nil)
    }

    @Test(arguments: ["It is fast.", "O brother", "the order of the list", ""])
    func whereNoneIsStatedNoneIsFound(text: String) {
        #expect(StatedComplexity.place(in: AnswerText(JudgedAnswer(typed: text))) == nil)
    }
}
