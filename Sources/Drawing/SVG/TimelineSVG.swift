/// An answer as a picture: an SVG document that a person understands at a glance and that needs nothing beside itself.
///
/// ```swift
/// let picture = TimelineSVG(AnswerTimeline(analysis), title: "answer.wav")
/// try Data(picture.text.utf8).write(to: url)
/// ```
///
/// A long answer becomes several rows, like lines of a page. The picture can stand alone or be put into a page as it
/// is; there each needs an `identifier` of its own. It says its key facts in words for who does not see it, and nothing
/// in it is told by colour alone.
public struct TimelineSVG: Sendable {
    /// What is drawn.
    public let timeline: AnswerTimeline
    /// What stands over it.
    public let title: String
    /// In which colours.
    public let appearance: TimelineAppearance
    private let drawn: PictureSVG

    /// A picture of an answer.
    ///
    /// - Parameters:
    ///   - timeline: what is drawn.
    ///   - title: what stands over it, such as the name of the recording.
    ///   - appearance: in which colours; by default light or dark as the reader's system is.
    ///   - identifier: what names inside the document begin with; of it only letters, digits, `-` and `_` of ASCII are
    ///     kept.
    public init(
        _ timeline: AnswerTimeline, title: String = "How the answer was spoken",
        appearance: TimelineAppearance = .automatic, identifier: String = "timeline"
    ) {
        self.timeline = timeline
        self.title = title
        self.appearance = appearance
        drawn = PictureSVG(
            TimelinePicture(timeline, title: title).picture, title: title, description: timeline.summary,
            appearance: appearance, identifier: identifier)
    }

    /// What names inside the document begin with.
    public var identifier: String { drawn.identifier }

    /// The document, in UTF-8 without a declaration, so that it can be put into a page.
    public var text: String { drawn.text }
}
