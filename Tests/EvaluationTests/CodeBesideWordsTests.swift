import Evaluation
import Testing

/// Answers with code that was given beside the words.
@Suite struct CodeBesideWordsTests {
    private static let rubric = Rubric(
        question: "How would you count what stands in a file?",
        keyPoints: [
            KeyPoint(id: "split", statement: "It splits the text into words"),
            KeyPoint(id: "dictionary", statement: "It counts in a dictionary"),
            KeyPoint(id: "linear", statement: "It takes linear time"),
        ], kind: .coding, expectedDurationSeconds: 60)

    private static let code = """
        def count(text):
            words = text.split()
            dictionary = {}
            for word in words:
                dictionary[word] = dictionary.get(word, 0) + 1
            return dictionary
        """
    private static let text =
        "First I split the text into words. Then I count each word, which takes linear time in the length of the text."

    private static let notice = "The answer holds code, which was read as words and not run."

    private func covered(_ answer: JudgedAnswer) -> Set<String> {
        Set(RubricEvaluator().evaluate(answer, against: Self.rubric).keyPoints.filter(\.isCovered).map(\.id))
    }

    private func spoken(_ text: String) -> JudgedAnswer {
        let words = text.split(separator: " ").enumerated().map {
            HeardWord(
                text: String($1), timeSeconds: Double($0), endSeconds: Double($0) + 0.5, confidence: 0.9)
        }
        return JudgedAnswer(
            spoken: words, delivery: nil, durationSeconds: 20, expectedWordErrorRate: 0.02)
    }

    @Test("A judge sees what was typed and the code beside it")
    func typed() {
        let words = JudgedAnswer(typed: Self.text)
        let both = words.adding(code: Self.code)
        #expect(both.text == Self.text + "\n```\n" + Self.code + "\n```")
        #expect(both.words.count == both.text.split(whereSeparator: \.isWhitespace).count)
        #expect(!covered(words).contains("dictionary") && covered(both).contains("dictionary"))
        #expect(covered(both).isSuperset(of: covered(words)))
        let evaluation = RubricEvaluator().evaluate(both, against: Self.rubric)
        #expect(evaluation.notices?.contains(Self.notice) == true)
    }

    @Test("A judge hears what was said and sees the code beside it")
    func heard() {
        let words = spoken(Self.text)
        let both = words.adding(code: Self.code)
        #expect(both.hearing == words.hearing && both.words.prefix(words.words.count) == words.words[...])
        #expect(!covered(words).contains("dictionary") && covered(both).contains("dictionary"))
        let evaluation = RubricEvaluator().evaluate(both, against: Self.rubric)
        #expect(evaluation.notices?.contains(Self.notice) == true)
        let alone = RubricEvaluator().evaluate(words, against: Self.rubric)
        #expect((evaluation.overall ?? 0) > (alone.overall ?? 100))
        #expect(alone.notices?.contains(Self.notice) != true)
    }

    @Test("Code alone is an answer, also where next to nothing was said")
    func alone() {
        for answer in [JudgedAnswer(typed: ""), JudgedAnswer(typed: " \n"), spoken("here it is")] {
            let both = answer.adding(code: Self.code)
            #expect(both.hearing.source == .typed && both.hearing.level == .good)
            let evaluation = RubricEvaluator().evaluate(both, against: Self.rubric)
            #expect(evaluation.overall != nil && covered(both).contains("dictionary"))
        }
    }

    @Test("What is quoted of code is quoted without the marks around it")
    func quotations() {
        let rubric = Rubric(
            question: "How?", keyPoints: [KeyPoint(id: "sort", statement: "Sort rows")], kind: .coding)
        let answer = JudgedAnswer(typed: "").adding(code: "sort(rows)\nreturn rows")
        let point = RubricEvaluator().evaluate(answer, against: rubric).keyPoints.first
        #expect(point?.evidence?.text.hasPrefix("sort(rows)") == true)
    }

    @Test("No figure is found in code, and none is quoted with the marks around it")
    func figures() {
        let code = "limit = 250\nfor i in range(100):\n    print(i + 3)"
        for kind in [Rubric.Kind.coding, .behavioural] {
            var rubric = Self.rubric
            rubric.kind = kind
            for answer in [JudgedAnswer(typed: ""), JudgedAnswer(typed: "I count them."), spoken(Self.text)] {
                let evaluation = RubricEvaluator().evaluate(answer.adding(code: code), against: rubric)
                #expect(evaluation.structure?.numbers == [])
                #expect(!evaluation.strengths.contains { $0.contains("figure") || $0.contains("```") })
            }
            let words = JudgedAnswer(typed: "We served 300 people a day with it.").adding(code: code)
            let evaluation = RubricEvaluator().evaluate(words, against: rubric)
            #expect(evaluation.structure?.numbers.count == 1)
            #expect(evaluation.structure?.numbers.first?.text.contains("300 people") == true)
        }
    }

    @Test("A single line beside the words is code too")
    func oneLine() {
        let both = JudgedAnswer(typed: Self.text).adding(code: "Counter(text.split())")
        let evaluation = RubricEvaluator().evaluate(both, against: Self.rubric)
        #expect(evaluation.notices?.contains(Self.notice) == true)
    }

    @Test("Nothing beside the words changes nothing", arguments: [nil, "", " \n\t\n", "```\n```"])
    func nothing(code: String?) {
        let answer = JudgedAnswer(typed: Self.text)
        #expect(answer.adding(code: code) == answer)
        #expect(spoken(Self.text).adding(code: code) == spoken(Self.text))
    }

    @Test("Marks of code in either do not turn code into words or words into code")
    func fences() {
        let marked = JudgedAnswer(typed: "").adding(code: "```python\n" + Self.code + "\n```")
        #expect(marked.text == "```\n" + Self.code + "\n```")
        let open = JudgedAnswer(typed: Self.text + "\n```\nx = 1").adding(code: "y = 2")
        #expect(open.text == Self.text + "\n```\nx = 1\n```\n```\ny = 2\n```")
        let crossed = JudgedAnswer(typed: "a").adding(code: "x = 1\r\ny = 2")
        #expect(crossed.text == "a\n```\nx = 1\ny = 2\n```")
    }

    @Test("To a question that is not technical, code is words like others")
    func otherKinds() {
        var rubric = Self.rubric
        rubric.kind = .behavioural
        for answer in [JudgedAnswer(typed: Self.text), spoken(Self.text)] {
            let evaluation = RubricEvaluator().evaluate(answer.adding(code: Self.code), against: rubric)
            #expect(evaluation.notices?.contains(Self.notice) != true)
        }
    }
}
