import Testing

@testable import Drawing

/// Pictures for columns of text, and shapes for surfaces that know no style sheets.
@Suite struct TimelinePictureTests {
    @Test(arguments: [3.0, 60, 140, 600, 7200]) func anOverviewHasFewRowsWhateverTheLength(_ seconds: Double)
    {
        let timeline = AnswerTimeline(DrawnAnswer.long(seconds: seconds))
        let plan = RowPlan.overview(timeline)
        #expect((timeline.durationSeconds / plan.secondsPerRow).rounded(.up) <= 3)
        let picture = TimelinePicture(timeline, detail: .overview).picture
        #expect(picture.width == 760)
        #expect(picture.height < 900)
        #expect(PictureReader.elements(of: svg(picture)) != nil)
    }

    @Test func anOverviewHasNoWordsButItsMarks() {
        let timeline = AnswerTimeline(DrawnAnswer.long(seconds: 41))
        let text = svg(TimelinePicture(timeline, detail: .overview).picture)
        #expect(!text.contains("class=\"word"))
        #expect(text.contains(">F</text>"))
    }

    @Test func marksThatWouldLieOnEachOtherAreLinesAlone() {
        let timeline = AnswerTimeline(DrawnAnswer.long(seconds: 7200))
        let text = svg(TimelinePicture(timeline, detail: .overview).picture)
        #expect(!text.contains(">F</text>"))
        #expect(text.contains("class=\"filledPause\""))
    }

    @Test func shapesAreDrawnAsTheStyleSheetSays() {
        let picture = Picture(width: 10, height: 10, barWidth: 4)
        let light = TimelineTheme.light
        #expect(picture.ink("word", isText: true).fill == light.hex(.ink))
        #expect(picture.ink("word unsure", isText: true).fill == light.hex(.dim))
        #expect(picture.ink("word restart", isText: true).isStruck)
        #expect(picture.ink("word restart", isText: true).isBold)
        #expect(picture.ink("restart").fill == light.hex(.restart))
        #expect(picture.ink("level").strokeWidth == 4)
        #expect(picture.ink("median").dashes == [4, 4])
        #expect(picture.ink("line").fill == nil)
        #expect(picture.ink("line").stroke == light.hex(.data))
    }

    @Test func scoresAreDrawnInTheOrderOfTimeAndAGapStaysOpen() throws {
        let chart = ScoreChart([
            ScoreChart.Point(name: "first", score: 40), ScoreChart.Point(name: "second", score: nil),
            ScoreChart.Point(name: "third", score: 140), ScoreChart.Point(name: "last", score: .nan),
        ])
        #expect(
            chart.summary
                == "Scores of 0 to 100 in the order of time. first: 40, second: no score, third: 100, last: no score."
        )
        let line = chart.picture.shapes.compactMap { shape -> [PathData.Step]? in
            if case .path(let data, "line") = shape { data.steps } else { nil }
        }
        #expect(line.joined().count == 2)
        #expect(line.joined().allSatisfy { if case .move = $0 { true } else { false } })
        #expect(PictureReader.elements(of: svg(chart.picture)) != nil)
        #expect(PictureReader.elements(of: svg(ScoreChart([]).picture)) != nil)
    }

    @Test(arguments: [1, 6, 9, 10, 11, 12, 40])
    func aNameUnderAScoreIsToldWholeOrNotAtAll(_ count: Int) throws {
        let names = (0..<count).map { $0 == count - 1 ? "this one" : "2026-11-\(10 + $0)" }
        let picture = ScoreChart(names.map { ScoreChart.Point(name: $0, score: 50) }).picture
        let told = picture.shapes.compactMap { shape -> PictureShape.Text? in
            if case .text(let text) = shape, text.style == "name", text.y > 180 { text } else { nil }
        }
        #expect(told.allSatisfy { names.contains($0.content) }, "\(told.map(\.content))")
        #expect(told.last?.content == "this one")
        #expect(count > 9 || told.count == count)
        #expect(told.count >= min(count, 5), "No more are left out than must be.")
        for (one, next) in zip(told, told.dropFirst()) {
            let width = [one, next].map { TextWidth.pixels($0.content, size: 11) }.reduce(0, +) / 2
            #expect(next.x - one.x > width, "\(one.content) runs into \(next.content).")
        }
        #expect(told.allSatisfy { $0.x + TextWidth.pixels($0.content, size: 11) / 2 <= picture.width })
    }

    private func svg(_ picture: Picture) -> String {
        PictureSVG(picture, title: "title", description: "what", identifier: "one").text
    }
}
