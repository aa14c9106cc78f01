/// How far a name can be trusted to mean the skill when it stands in a text.
enum SkillCaution: Sendable {
    /// It means nothing else: any letter case will do.
    case free
    /// Letters that are a name only in capitals, as `AI` and `ETL`.
    case exact
    /// A word that is a name only with its capital, as `Swift` and `Spring`.
    case name
    /// A word that is a name only among others of its sort, as `Go` and `R`.
    case context

    /// The caution that a spelling needs. A name of a vocabulary (`isVocabulary`) that has one capital in front may be an
    /// ordinary word as well.
    init(_ spelling: String, isVocabulary: Bool) {
        let keys = SkillText.keys(of: spelling)
        guard keys.count == 1, let key = keys.first else {
            self = .free
            return
        }
        if key.unicodeScalars.count == 1 || Self.everyday.contains(key) {
            self = .context
        } else if Self.ordinary.contains(key) || isVocabulary && Self.isTitle(spelling) {
            self = .name
        } else if key.count <= 4, spelling == spelling.uppercased(), spelling.contains(where: \.isLetter) {
            self = .exact
        } else {
            self = .free
        }
    }

    /// Whether a name is also an ordinary word or a single letter.
    static func isOrdinary(_ spelling: String) -> Bool {
        let key = spelling.lowercased()
        return key.unicodeScalars.count == 1 || everyday.contains(key) || ordinary.contains(key)
    }

    /// One capital in front: a name that may be a word. Those that are none are known.
    private static func isTitle(_ spelling: String) -> Bool {
        !clear.contains(spelling.lowercased()) && spelling.first?.isUppercase == true
            && spelling.dropFirst().allSatisfy(\.isLowercase)
    }

    /// Words that are said in every text.
    private static let everyday = set("go make less word access express next nest processing teams linear")

    /// Names that are words as well.
    private static let ordinary = set(
        """
        swift rust react spring flask excel spark slack oracle chef puppet vault nomad helm salt dart ember sketch
        julia notion zoom jest mocha chai hive presto snowflake segment unity rails bash shell looker pandas
        ruby scala elixir node torch
        """)

    /// Names with one capital that are no other word.
    private static let clear = set(
        """
        agile android angular ansible azure clojure cobol cypress databricks datadog delphi django docker drupal
        elasticsearch erlang figma flutter gatsby git golang gradle grafana groovy hadoop haskell illustrator
        informatica istio java javascript jenkins jira jupyter kafka kanban keras kotlin kubernetes laravel
        linux lua magento matplotlib maven memcached mongo mysql nginx numpy ocaml pascal perl photoshop
        playwright plotly podman postgres postgresql prometheus pulumi pyspark python pytorch qlik redis
        redshift redux saltstack sass scrum selenium shopify snyk splunk sql svelte symfony tableau tailwind
        talend tensorflow teradata terraform tomcat typescript vite vue webpack windows wordpress zabbix
        """)

    private static func set(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
