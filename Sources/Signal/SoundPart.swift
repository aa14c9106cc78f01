/// The frames that a piece of audio completed, and where the recording stands after it.
struct SoundPart: Sendable {
    var frames: [SoundFrame]
    var clock: FrameClock
}
