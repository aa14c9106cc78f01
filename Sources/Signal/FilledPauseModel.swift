import Foundation

/// Tells filled pauses from other steady stretches: a logistic model of their measures.
///
/// Fitted to real filled pauses of five speakers, each altered in speed, length, tone, room, noise and level and put into
/// the speech of others (`viva-bench splice`), with a ridge of 10 on the weights. Measured with the speaker of the pause
/// and the recording left out of the fit.
enum FilledPauseModel {
    /// In the order of `SteadyStretch.Measures.all`.
    private static let means: [Float] = [-1.980, 5.469, 1.850, 1.728, 0.357, 0.352, 4.141, -5.083]
    private static let deviations: [Float] = [0.738, 1.546, 1.722, 1.505, 0.286, 0.283, 5.507, 5.731]
    private static let weights: [Float] = [0.563, -1.322, -0.392, -0.262, 0.427, -0.007, 0.883, -1.152]
    /// Neither a very long nor a very quiet stretch is likely: the weights of the squares of length and level.
    private static let lengthCurvature: Float = -0.081
    private static let levelCurvature: Float = -0.602
    private static let bias: Float = -2.107
    /// How many deviations a measure may lie off.
    private static let limit: Float = 9
    /// Under the loud parts by more than this, a stretch is the room's own hum, in dB.
    private static let leastLevelDB: Float = -22

    /// The probability of a filled pause, 0...1.
    static func probability(of stretch: SteadyStretch) -> Double {
        guard stretch.measures.levelDB > leastLevelDB else { return 0 }
        let values = stretch.measures.all
        let scores = values.indices.map {
            max(-limit, min(limit, (values[$0] - means[$0]) / deviations[$0]))
        }
        var sum = bias + lengthCurvature * scores[0] * scores[0] + levelCurvature * scores[7] * scores[7]
        for index in scores.indices { sum += weights[index] * scores[index] }
        return Double(1 / (1 + expf(-sum)))
    }
}
