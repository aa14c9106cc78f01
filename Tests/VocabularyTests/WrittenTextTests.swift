import Speech
import Testing

@testable import Vocabulary

@Suite struct WrittenTextTests {
    private func written(_ heard: String) throws -> String {
        let words = TestVocabulary.heard(heard)
        return WrittenText.joined(try WrittenText(lexicon: TestVocabulary.lexicon()).tokens(of: words))
    }

    @Test(arguments: [
        ("we use postgresql and ci/cd", "We use PostgreSQL and CI/CD."),
        ("node j s is fine", "Node.js is fine."),
        ("my sequel or s q l", "MySQL or SQL."), ("post gress runs", "PostgreSQL runs."),
        ("c plus plus or c sharp", "C++ or C#."), ("jason over an a p i", "JSON over an API."),
        ("the kubernetes's apis", "The Kubernetes's APIs."), ("my s q l's log", "MySQL's log."),
        ("it is in the i t department", "It is in the IT department."), ("i os", "I os."),
        ("for i o s apps", "For iOS apps."), ("i o s has it", "iOS has it."),
    ])
    func termsAreWrittenAsPeopleWriteThem(heard: String, text: String) throws {
        #expect(try written(heard) == text)
    }

    @Test(arguments: [
        ("the rest of it", "The rest of it."), ("a rest api", "A REST API."), ("we go on", "We go on."),
        ("written in go", "Written in Go."), ("a swift reply", "A swift reply."),
        ("swift developers", "Swift developers."),
        ("they react to it", "They react to it."), ("using react", "Using React."), ("it works", "It works."),
        ("used to go and rest", "Used to go and rest."), ("i log in there", "I log in there."),
        ("the log in page", "The login page."), ("we set up a set up", "We set up a setup."),
        ("a i think so", "A I think so."), ("an a i model", "An AI model."), ("a b test", "A/B test."),
        ("a b", "A b."),
        ("the a b test", "The A/B test."), ("so i d like", "So I d like."), ("the i d is", "The ID is."),
    ])
    func ordinaryWordsStayWords(heard: String, text: String) throws {
        #expect(try written(heard) == text)
    }

    @Test(arguments: [
        ("an x y z file", "An XYZ file."), ("plan b is", "Plan b is."), ("t v", "TV."), ("i a", "I a."),
        ("a s q l query", "A SQL query."), ("x 0.9 y z", "X YZ."),
    ])
    func runsOfLettersBecomeAnAcronym(heard: String, text: String) throws {
        #expect(try written(heard) == text)
    }

    @Test(arguments: [
        ("two hundred milliseconds", "200 milliseconds."), ("in nineteen ninety nine", "In 1999."),
        ("twenty percent or five per cent", "20% or 5%."), ("three point five", "3.5."),
        ("the first one", "The first one."),
        ("three of nine", "Three of nine."), ("five seconds", "5 seconds."), ("one second", "One second."),
        ("version two point one", "Version 2.1."), ("version two", "Version 2."),
        ("ten thousand users", "10,000 users."),
        ("two million", "2 million."), ("two million dollars", "$2 million."), ("five dollars", "$5."),
        ("two point five million users", "2.5 million users."), ("the twenty first", "The 21st."),
        ("a thirty second timeout", "A 30 second timeout."), ("a hundred users", "A hundred users."),
        ("four oh four", "404."), ("twenty four seven", "24/7."),
        ("twenty twenty people", "Twenty twenty people."),
        ("since two thousand ten", "Since 2010."), ("one hundred and fifty", "150."),
        ("zero downtime", "Zero downtime."),
        ("two 1.0 hundred", "Two hundred."), ("at one point five left", "At one point five left."),
    ])
    func numbersAreFiguresWhereAReaderExpectsThem(heard: String, text: String) throws {
        #expect(try written(heard) == text)
    }

    @Test(arguments: [
        ("then i'm told i said", "Then I'm told I said."),
        ("on monday in may we may", "On Monday in May we may."),
        ("in germany they speak german", "In Germany they speak German."), ("germany's", "Germany's."),
    ])
    func namesHaveCapitals(heard: String, text: String) throws {
        #expect(try written(heard) == text)
    }

    @Test func aFilledPauseThatWasHeardWithAMarkHasOneComma() throws {
        #expect(try written("Um, we moved") == "Um, we moved.")
    }

    @Test func filledPausesStayOrAreLeftOut() throws {
        let words = TestVocabulary.heard("um we used uh redis er")
        let lexicon = try TestVocabulary.lexicon()
        #expect(
            WrittenText.joined(WrittenText(lexicon: lexicon).tokens(of: words))
                == "Um, we used, uh, Redis, er.")
        let tokens = WrittenText(lexicon: lexicon, fillers: .leftOut).tokens(of: words)
        #expect(WrittenText.joined(tokens) == "We used Redis.")
        #expect(tokens.map(\.words) == [1..<2, 2..<3, 4..<5])
    }

    @Test func uncertainWordsAreMarkedPlainOrLeftOut() throws {
        let words = TestVocabulary.heard("we used redis? with my? sequel")
        let lexicon = try TestVocabulary.lexicon()
        func text(_ uncertain: WrittenText.Uncertain) -> String {
            WrittenText.joined(WrittenText(lexicon: lexicon, uncertain: uncertain).tokens(of: words))
        }
        #expect(text(.marked) == "We used [Redis?] with [MySQL?].")
        #expect(text(.plain) == "We used Redis with MySQL.")
        #expect(text(.leftOut) == "We used with SQL.")
    }

    @Test func everyTokenTellsItsWordsAndTheirTime() throws {
        let words = TestVocabulary.heard("it took two hundred milliseconds 1.0 my sequel was slow")
        let tokens = try WrittenText(lexicon: TestVocabulary.lexicon()).tokens(of: words)
        #expect(tokens.map(\.text) == ["It", "took", "200", "milliseconds.", "MySQL", "was", "slow."])
        #expect(tokens.map(\.words) == [0..<1, 1..<2, 2..<4, 4..<5, 5..<7, 7..<8, 8..<9])
        #expect(tokens.map(\.endsSentence) == [false, false, false, true, false, false, true])
        #expect(
            tokens[2].time
                == TimeRange(startSeconds: words[2].time.startSeconds, endSeconds: words[3].time.endSeconds))
    }

    @Test func segmentsCountTheirWordsTogether() throws {
        let words = TestVocabulary.heard("we did it 1.0 it worked")
        let segments = [words[..<3], words[3...]].map {
            Transcript.Segment(time: TimeRange(startSeconds: 0, endSeconds: 9), words: Array($0))
        }
        let writer = WrittenText(lexicon: try TestVocabulary.lexicon())
        #expect(writer.text(of: segments) == "We did it. It worked.")
        #expect(writer.tokens(of: segments).last?.words == 4..<5)
    }

    @Test(arguments: [
        ("", ""), ("um uh", "Um, uh."), ("um", "Um."), ("yes", "Yes."), ("日本", "日本."), ("😀", "😀."),
        ("don’t", "Don't."),
    ])
    func edgeCasesAreText(heard: String, text: String) throws {
        #expect(try written(heard) == text)
    }

    @Test func anyWordsGiveTokensThatCoverThemInOrder() throws {
        var random = SeededNumbers(seed: 3)
        let choice = [
            "a", "i", "s", "q", "l", "two", "hundred", "point", "oh", "twenty", "million", "percent", "and",
            "um", "go", "in",
            "the", "my", "sequel", "second", "first", "per", "cent", "ci/cd", "dollars", "0.4", "1.2",
            "redis?", "four",
        ]
        let writer = WrittenText(lexicon: try TestVocabulary.lexicon())
        for _ in 0..<1_000 {
            let text = (0..<random.next(below: 20)).map { _ in choice[random.next(below: choice.count)] }
            let words = TestVocabulary.heard(text.joined(separator: " "))
            let tokens = writer.tokens(of: words)
            #expect(tokens.flatMap { Array($0.words) } == Array(words.indices))
            #expect(tokens == writer.tokens(of: words))
        }
    }
}
