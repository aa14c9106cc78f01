/// Judges one thing about a delivery. Its limits are those of `DeliveryBands`.
///
/// A rule says figures that are approximate with "about"; what rests on unreliable ones is left out by who asks it.
protocol FeedbackRule: SendableMetatype {
    /// The figures that it rests on.
    static var group: FigureLimits.Group { get }

    /// What is to be said; `nil` when nothing is worth saying or the figures are missing.
    static func judge(_ answer: CoachedAnswer) -> JudgedObservation?
}
