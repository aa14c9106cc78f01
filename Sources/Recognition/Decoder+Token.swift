import CPocketSphinx

extension Decoder {
    /// A word or a mark of a decoded utterance.
    struct Token {
        /// As in the dictionary, pronunciation mark included.
        var text: String
        /// The frames it covers, counted from the start of the utterance.
        var frames: Range<Int>
        /// The posterior probability by the library's word lattice; may be a little above 1 by rounding.
        var probability: Double
        /// How well its sound fits, as a natural logarithm summed over its frames: 0 when no sound that was tried fits
        /// any of them better.
        var acousticScore: Double

        /// The frame in its middle.
        var middle: Double { Double(frames.lowerBound + frames.upperBound) / 2 }

        /// Those of the utterance that was decoded last, in the order of time.
        static func all(of handle: OpaquePointer) -> [Token] {
            let logarithms = ps_get_logmath(handle)
            var tokens: [Token] = []
            var next = ps_seg_iter(handle)
            while let segment = next {
                var (first, last): (Int32, Int32) = (0, 0)
                ps_seg_frames(segment, &first, &last)
                if let word = ps_seg_word(segment), last >= first, first >= 0 {
                    var acoustic: Int32 = 0
                    let probability = logmath_exp(logarithms, ps_seg_prob(segment, &acoustic, nil, nil))
                    // The last frame belongs to the word, so its end is one further.
                    tokens.append(
                        Token(
                            text: String(cString: word), frames: Int(first)..<Int(last) + 1,
                            probability: probability,
                            acousticScore: logmath_log_to_ln(logarithms, 1) * Double(acoustic)))
                }
                next = ps_seg_next(segment)
            }
            return tokens
        }
    }
}
