/// Content words that occur in answers to any interview question, and so say little about which one it was.
public enum CommonWords {
    /// Whether the word with this stem is such a word.
    public static func contains(stem: String) -> Bool { stems.contains(stem) }

    private static let stems: Set<String> = {
        let list =
            """
            work job team project company colleague manager customer client user product business role
            time day week month year today first second third next last new old long short small large hard easy simple
            different important clear better best bad worse right wrong real whole main main certain possible
            ask answer question explain talk speak listen read write find start begin stop end finish change help show
            learn understand decide plan choose feel seem become call bring turn move run set add leave meet
            problem issue idea example case point reason result fact place number side line level step
            result end thing situation experience process important together quickly exactly simply finally usually
            code data check nobody everybody anyone wait fail open developer feature goal meeting task system version
            fix save lose date left rest minute hour morning night page application build live search fast slow rule
            clean cause sure stay visit quick fine send wrote found built lost afterwards yesterday tomorrow world
            instead back away soon later early enough half two three four five ten hundred
            """
        return Set(list.split(whereSeparator: \.isWhitespace).map { Stemmer.stem(String($0)) })
    }()
}
