/// English words that carry grammar or air rather than content.
public enum StopWords {
    /// Whether a token is a function word: article, pronoun, preposition, auxiliary, conjunction, common adverb.
    public static func contains(_ token: String) -> Bool { functionWords.contains(token) }

    /// Whether a token is a sound of hesitation.
    public static func isHesitation(_ token: String) -> Bool { hesitations.contains(token) }

    /// Whether a token says so little about the subject that finding it proves nothing: a function word, a
    /// hesitation, or a verb or noun that fits any subject ("make", "thing").
    public static func isEmpty(_ token: String) -> Bool {
        functionWords.contains(token) || hesitations.contains(token) || emptyWords.contains(token)
    }

    private static let hesitations: Set<String> = [
        "um", "uh", "er", "erm", "hmm", "ah", "eh", "mm", "uhm", "mhm",
    ]

    private static let functionWords = words(
        """
        a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself he him
        his himself she her hers herself it its itself they them their theirs themselves one ones
        who whom whose which what when where why how
        and or but nor so yet if then than because as while although though unless until since whether
        of in on at by for with from to into onto about against between among through during before after above below
        over under up down out off again further once upon within without across along around behind beyond near per
        am is are was were be been being have has had having do does did doing will would shall should can could may
        might must ought
        not no yes too very just also only even still already here there now all any both each few more most much many
        other another some such own same every either neither else ever never always often sometimes usually
        rather quite almost perhaps maybe really actually basically well okay ok oh
        """)

    private static let emptyWords = words(
        """
        get gets got getting gotten make makes made making go goes going went gone come comes came coming take takes
        took taking taken put puts putting let lets give gives gave giving given use uses used using want wants
        wanted need needs needed keep keeps kept say says said saying tell tells told know knows knew known think
        thinks thought look looks looked looking see sees saw seen like thing things something anything everything
        nothing stuff lot lots bit way ways kind sort part good great nice big little able sure right
        someone somebody people person mean means meant try tries tried trying happen happens happened
        """)

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
