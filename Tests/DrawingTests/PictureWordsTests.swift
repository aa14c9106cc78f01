import Delivery
import Speech
import Testing

@testable import Drawing

/// What a picture says to those who do not see it, and how it keeps to itself.
@Suite struct PictureWordsTests {
    private func picture(_ analysis: AnswerAnalysis, title: String = "An answer") -> String {
        TimelineSVG(AnswerTimeline(analysis), title: title).text
    }

    @Test func hasATitleAndADescriptionWithTheFigures() throws {
        let analysis = DrawnAnswer.long(seconds: 41)
        let elements = try #require(PictureReader.elements(of: picture(analysis, title: "First & last")))
        let root = try #require(elements.first)
        #expect(root.attributes["role"] == "img")
        #expect(root.attributes["aria-labelledby"] == "timeline-title timeline-desc")
        #expect(elements.first { $0.attributes["id"] == "timeline-title" }?.text == "First & last")
        let told = try #require(elements.first { $0.attributes["id"] == "timeline-desc" }).text
        let pace = try #require(analysis.delivery.wordsPerMinute.value)
        #expect(told.contains("The recording lasts 41.0 seconds."))
        #expect(told.contains("\(Int(pace.rounded())) a minute"))
        #expect(told.contains("There are \(analysis.delivery.pauseCount) pauses, the longest of "))
        #expect(told.contains("filled pause “um” at 0:00"))
        #expect(told.contains("hertz"))
    }

    @Test func controlCharactersAreLeftOutAndMarkupStaysText() throws {
        let title = "a\u{0}\u{1B}[31m<script>alert(1)</script>&amp;\u{202E}"
        let text = picture(DrawnAnswer.oneWord, title: title)
        #expect(!text.contains("<script"))
        let elements = try #require(PictureReader.elements(of: text))
        #expect(
            elements.first { $0.classes == ["title"] }?.text.hasPrefix("a[31m<script>alert(1)</script>&amp;")
                == true)
    }

    @Test func needsNothingFromOutside() {
        let text = picture(DrawnAnswer.long(seconds: 41))
        #expect(text.ranges(of: "http").count == 1, "only the name of the format")
        for word in ["<script", "href", "@import", "<image", "<foreignObject"] {
            #expect(!text.contains(word), "\(word)")
        }
    }

    @Test func followsTheSystemsThemeUnlessOneIsAskedFor() {
        let timeline = AnswerTimeline(DrawnAnswer.oneWord)
        let texts = Dictionary(
            uniqueKeysWithValues: TimelineAppearance.allCases.map {
                ($0, TimelineSVG(timeline, appearance: $0).text)
            })
        #expect(texts[.automatic]?.contains("@media (prefers-color-scheme:dark)") == true)
        for appearance in [TimelineAppearance.light, .dark] {
            #expect(texts[appearance]?.contains("prefers-color-scheme") == false)
        }
        let (light, dark) = (TimelineTheme.light.hex(.ground), TimelineTheme.dark.hex(.ground))
        #expect(texts[.light]?.contains("--viva-ground:\(light)") == true)
        #expect(texts[.dark]?.contains("--viva-ground:\(dark)") == true)
        #expect(texts[.dark]?.contains("fill:\(dark);fill:var(--viva-ground)") == true)
    }

    @Test func twoPicturesInOnePageShareNoNames() throws {
        let timeline = AnswerTimeline(DrawnAnswer.long(seconds: 41))
        let names = try ["first", "\"><svg 2"].map { identifier in
            let text = TimelineSVG(timeline, identifier: identifier).text
            return Set(try #require(PictureReader.elements(of: text)).compactMap { $0.attributes["id"] })
        }
        #expect(names[0].isDisjoint(with: names[1]))
        #expect(names[1].contains("svg2"))
        let style = TimelineStyle(identifier: "first", appearance: .automatic, barWidth: 2).text
        for line in style.split(separator: "\n") where !line.hasPrefix("@media") {
            #expect(line.hasPrefix("#first"), "\(line)")
        }
    }

    @Test func saysWhyThereIsNothing() {
        #expect(picture(DrawnAnswer.empty).contains("The recording holds no audio."))
        #expect(picture(DrawnAnswer.silence).contains("The recording is silent"))
        #expect(picture(DrawnAnswer.silence).contains("class=\"quiet\""))
        #expect(picture(DrawnAnswer.oneWord).contains("fewer than 10 words were heard"))
    }

    @Test func withoutContoursTheirLanesAreLeftOutAndItIsSaid() {
        let (with, without) = (
            picture(DrawnAnswer.long(seconds: 41)), picture(DrawnAnswer.long(seconds: 41, contours: false))
        )
        for name in [">Level<", ">Pitch<", ">Pace<"] {
            #expect(with.contains(name))
            #expect(!without.contains(name))
        }
        #expect(without.contains(">Speech<"))
        #expect(without.contains("saved before Viva kept them"))
        #expect(!with.contains("saved before"))
    }
}
