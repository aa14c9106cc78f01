import Delivery
import Speech
import Testing

@testable import Drawing

@Suite struct TimelineSVGTests {
    private static let answers = [
        DrawnAnswer.long(seconds: 41), DrawnAnswer.long(seconds: 41, contours: false),
        DrawnAnswer.long(seconds: 25, wordSeconds: 0.08), DrawnAnswer.long(seconds: 400), DrawnAnswer.oneWord,
        DrawnAnswer.silence, DrawnAnswer.empty,
    ]

    private func elements(_ analysis: AnswerAnalysis, title: String = "An answer") throws -> [DrawnElement] {
        let picture = TimelineSVG(AnswerTimeline(analysis), title: title).text
        return try #require(PictureReader.elements(of: picture), "the picture is not well-formed")
    }

    @Test(arguments: answers) func isWellFormedAndHoldsNoNumberThatIsNone(_ analysis: AnswerAnalysis) throws {
        let elements = try elements(analysis)
        #expect(elements.first?.name == "svg")
        for element in elements {
            for (name, value) in element.attributes where name != "aria-labelledby" && name != "id" {
                #expect(!value.lowercased().contains("nan") && !value.contains("inf"), "\(name)=\(value)")
            }
        }
    }

    @Test(arguments: answers) func nothingIsWrittenOutside(_ analysis: AnswerAnalysis) throws {
        let elements = try elements(analysis, title: String(repeating: "a very long name ", count: 20))
        let height = try #require(elements.first).number("height")
        for element in elements where element.name == "text" {
            let isBold = ["title", "big", "clock", "letter"].contains(element.classes.first)
            let size = element.classes.contains("big") ? 26.0 : element.classes.contains("title") ? 20 : 11
            let width = TextWidth.pixels(element.text, size: size, isBold: isBold)
            let left =
                switch element.attributes["text-anchor"] {
                case "middle": element.number("x") - width / 2
                case "end": element.number("x") - width
                default: element.number("x")
                }
            #expect(left >= 0 && left + width <= 1240, "\(element.text) at \(left)")
            let y = element.top + element.number("y")
            #expect(y > 0 && y < height, "\(element.text) at height \(y)")
        }
    }

    @Test func showsEveryMarkOnceWithItsWords() throws {
        let analysis = DrawnAnswer.long(seconds: 41)
        let elements = try elements(analysis)
        let marks = elements.filter { $0.classes == ["mark"] }
        let taken = try #require(analysis.delivery.disfluencies)
        #expect(marks.count == analysis.delivery.fillers.count + taken.found.count)
        #expect(marks.count > 10)
        #expect(marks.contains { $0.title?.hasPrefix("Filled pause “um” at 0:00") == true })
        for kind in TimelineMark.Kind.allCases {
            #expect(elements.contains { $0.name == "path" && $0.classes == [kind.rawValue[...]] }, "\(kind)")
        }
    }

    @Test func theShapesDifferAndCarryLetters() {
        var shapes: Set<String> = []
        var letters: Set<Character> = []
        for kind in TimelineMark.Kind.allCases {
            var picture = Picture()
            MarkShape(kind: kind).draw(x: 20, y: 20, into: &picture)
            var markup = Markup(hatch: "")
            markup.draw(picture)
            shapes.insert(String(markup.text.split(separator: "d=\"")[1].prefix { $0 != "\"" }))
            letters.insert(kind.letter)
            #expect(markup.text.contains(">\(kind.letter)<"))
        }
        #expect(shapes.count == TimelineMark.Kind.allCases.count)
        #expect(letters.count == TimelineMark.Kind.allCases.count)
    }

    @Test func showsEveryWordOnceTheUncertainInBracketsAndTheDoubtfulUnderlined() throws {
        let analysis = DrawnAnswer.long(seconds: 41)
        let words = analysis.transcript.words
        let elements = try elements(analysis)
        let drawn = elements.filter { $0.name == "text" && $0.classes.contains("word") && $0.title != nil }
        #expect(drawn.count == words.count)
        #expect(
            drawn.count { $0.text.hasPrefix("[") && $0.text.hasSuffix("?]") }
                == words.count(where: \.isUncertain))
        let doubtful = words.count { !$0.isUncertain && ($0.confidence ?? 1) < 0.5 }
        // One of them is the legend's.
        #expect(elements.count { $0.classes == ["doubt"] } == doubtful + 1)
        #expect(drawn.contains { $0.text == "<&>\"'" })
        #expect(drawn.contains { $0.text == "שלום" })
    }

    @Test func namesTheLengthOfALongPauseAndTellsEveryPause() throws {
        let speech = [(1.0, 4.0), (4.5, 8), (10.3, 14)].map {
            TimeRange(startSeconds: $0.0, endSeconds: $0.1)
        }
        let elements = try elements(DrawnAnswer.analysis(speech: speech, seconds: 15))
        #expect(elements.filter { $0.classes == ["length"] }.map(\.text) == ["2.3 s"])
        let told = elements.compactMap(\.title).filter { $0.hasPrefix("Pause") }
        #expect(told == ["Pause of 0.5 s at 0:04", "Pause of 2.3 s at 0:08"])
    }

    @Test func aLongAnswerBecomesRowsThatBeginWhereTheLastEnded() throws {
        let elements = try elements(DrawnAnswer.long(seconds: 400))
        let clocks = elements.filter { $0.name == "text" && $0.classes == ["clock"] }
        #expect(clocks.count >= 14)
        #expect(clocks.first?.text == "0:00")
        #expect(clocks.contains { $0.text == "6:00" })
        let places = clocks.map { $0.top + $0.number("y") }
        #expect(places == places.sorted())
    }

    @Test func anHourStaysUnderFiveMegabytesAndThreeHoursAreDrawn() throws {
        let hour = TimelineSVG(AnswerTimeline(DrawnAnswer.long(seconds: 3600))).text
        #expect(hour.utf8.count < 5_000_000)
        let long = TimelineSVG(AnswerTimeline(DrawnAnswer.long(seconds: 10_800, contours: false))).text
        #expect(long.contains(">2:59:00</text>"))
    }
}
