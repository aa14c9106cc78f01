import Language
import Testing

@Suite struct AnswerLanguageTests {
    @Test(arguments: [
        (
            "de", "German",
            "Ich würde zuerst einen Index auf die Spalte legen, weil die Abfrage sonst die ganze Tabelle lesen muss."
        ),
        (
            "fr", "French",
            "Je mettrais d'abord un index sur la colonne, parce que la requête lit sinon toute la table."
        ),
        (
            "es", "Spanish",
            "Primero pondría un índice en la columna, porque si no la consulta lee toda la tabla."
        ),
        (
            "it", "Italian",
            "Prima metterei un indice sulla colonna, perché altrimenti la query legge tutta la tabella."
        ),
        (
            "pt", "Portuguese",
            "Primeiro eu colocaria um índice na coluna, porque senão a consulta lê a tabela inteira."
        ),
        (
            "nl", "Dutch",
            "Ik zou eerst een index op de kolom zetten, omdat de query anders de hele tabel leest."
        ),
        (
            "pl", "Polish",
            "Najpierw założyłbym indeks na kolumnie, ponieważ inaczej zapytanie czyta całą tabelę."
        ),
        ("cs", "Czech", "Nejdřív bych přidal index na sloupec, protože jinak dotaz čte celou tabulku."),
        (
            "sv", "Swedish",
            "Först skulle jag lägga ett index på kolumnen, eftersom frågan annars läser hela tabellen."
        ),
        (
            "da", "Danish",
            "Først ville jeg lægge et indeks på kolonnen, og bagefter måle tiden af hvad der sker."
        ),
        (
            "no", "Norwegian",
            "Først ville jeg lagt en indeks på kolonnen, og etter det ville jeg måle hva vi får igjen av tid."
        ),
        (
            "fi", "Finnish",
            "Ensin lisäisin sarakkeelle indeksin, koska muuten kysely lukee koko taulun, ja sitten mittaisin ajan."
        ),
        (
            "hu", "Hungarian",
            "Először indexet tennék az oszlopra, mert különben a lekérdezés az egész táblát olvassa."
        ),
        (
            "ro", "Romanian",
            "Mai întâi aș pune un index pe coloană, pentru că altfel interogarea citește toată tabela."
        ),
        ("tr", "Turkish", "Önce sütuna bir indeks koyardım, çünkü yoksa sorgu bütün tabloyu okur."),
        (
            "id", "Indonesian",
            "Pertama saya akan menambahkan indeks pada kolom itu, karena kalau tidak kueri membaca seluruh tabel."
        ),
        (
            "vi", "Vietnamese",
            "Trước tiên tôi sẽ thêm chỉ mục cho cột đó, vì nếu không truy vấn phải đọc toàn bộ bảng."
        ),
        (
            "ru", "Russian",
            "Сначала я бы добавил индекс на этот столбец, потому что иначе запрос читает всю таблицу."
        ),
        ("uk", "Ukrainian", "Спочатку я б додав індекс на цей стовпець, бо інакше запит читає всю таблицю."),
        (
            "el", "Greek",
            "Πρώτα θα έβαζα ένα ευρετήριο στη στήλη, γιατί αλλιώς το ερώτημα διαβάζει όλον τον πίνακα."
        ),
        ("ar", "Arabic", "أولاً أضيف فهرساً على العمود لأن الاستعلام يقرأ الجدول كله ثم أقيس الوقت مرة أخرى."),
        ("he", "Hebrew", "קודם הייתי מוסיף אינדקס לעמודה כי אחרת השאילתה קוראת את כל הטבלה."),
        ("fa", "Persian", "اول یک شاخص روی ستون می‌گذارم چون در غیر این صورت پرس‌وجو تمام جدول را می‌خواند."),
        ("hi", "Hindi", "पहले मैं उस कॉलम पर इंडेक्स लगाऊंगा क्योंकि नहीं तो क्वेरी पूरी टेबल पढ़ती है।"),
        ("bn", "Bengali", "প্রথমে আমি সেই কলামে একটি ইনডেক্স যোগ করব, কারণ না হলে কোয়েরি পুরো টেবিল পড়ে।"),
        ("zh", "Chinese", "我会先给这一列加上索引，因为否则查询要读整个表，然后再测量时间。"),
        ("ja", "Japanese", "まずその列にインデックスを追加します。そうしないとクエリがテーブル全体を読むからです。"),
        ("ko", "Korean", "먼저 그 열에 인덱스를 추가하겠습니다. 그렇지 않으면 쿼리가 테이블 전체를 읽기 때문입니다."),
        ("th", "Thai", "ก่อนอื่นฉันจะเพิ่มดัชนีให้คอลัมน์นั้น เพราะไม่อย่างนั้นคำสั่งจะอ่านทั้งตาราง"),
    ])
    func anAnswerInAnotherLanguageIsNamed(code: String, language: String, text: String) throws {
        let finding = try #require(AnswerLanguage.finding(in: text))
        #expect(finding.code == code)
        #expect(finding.preventsScore)
        #expect(finding.sentence == "The answer seems to be in \(language); this judge knows English only.")
    }

    @Test(arguments: [
        (
            "de",
            "also ich haette erst die logs angeschaut und dann den server neu gestartet weil der speicher voll war"
        ),
        (
            "fr",
            "on a utilise un cache redis devant la base de donnees parce que les requetes etaient trop lentes"
        ),
        (
            "de",
            "Wir haben Kubernetes und Docker genutzt, und der Load Balancer hat die Requests auf drei Pods verteilt."
        ),
        ("de", "Ich weiß es nicht."), ("fr", "Je ne sais pas du tout."), ("es", "No lo sé, lo siento mucho."),
        ("DE", "DAS WEISS ICH LEIDER NICHT, WEIL WIR DAS NOCH NIE BENUTZT HABEN."),
    ])
    func itIsFoundWithoutMarksAmongTermsAndInFewWords(code: String, text: String) {
        #expect(AnswerLanguage.finding(in: text)?.code == code.lowercased())
    }

    @Test(arguments: [
        "", "yes", "O(n)", "SQL", "asdf qwer", "asdf qwer zxcv jkl; poiu", "!!! ??? 123", "no", "index.",
        "TCP UDP DNS DHCP HTTP TLS SSH FTP SMTP ARP ICMP BGP OSPF",
        "hash map, linked list, array, queue, stack, binary tree, heap, trie, graph, set",
        "for i in range(n): if a[i] > max: max = a[i] end for return max",
        "SELECT u.id, u.name FROM users u JOIN orders o ON u.id = o.user_id WHERE o.total > 10 ORDER BY o.date DESC;",
        "The Big-Θ is n log n, since Σ i from 1 to n is n(n+1)/2 and λ is the load factor α.",
        "Los Angeles, San Francisco, El Paso, La Jolla, Las Vegas, Santa Fe, De la Cruz, Del Mar",
        "los angeles san francisco el paso la jolla las vegas santa fe de la cruz del mar",
        "I worked in São Paulo with José García and Jürgen Müller, then in Köln for Banco de la República del Paraguay.",
        "We actually were having one issue only, na, the server was going down like anything, so I did the needful.",
        "can lah, this one very simple one, just put index can already, no need so complicated lor, boss say ok then ok",
        "My manager always said carpe diem, and the French say c'est la vie, but we shipped it on Friday anyway.",
        "As we say in German, \"Vertrauen ist gut, Kontrolle ist besser\", so I always check what the team has deployed.",
        "um er the uh de normal ization removes duplicate data so an update is done in one play sin the day to base",
        "We wrote it in C, then in Go; the main is int main(void), di and da are variables, and se is the error.",
    ])
    func englishAndNoLanguageAtAllAreLeftAlone(text: String) {
        #expect(AnswerLanguage.finding(in: text) == nil)
    }

    @Test func aMixedAnswerHasBothShares() throws {
        let german =
            "Ich würde zuerst einen Index auf die Spalte legen, weil die Abfrage sonst die ganze Tabelle lesen muss."
        let english =
            "Then I would measure the time of the query again and look at the plan that the database has chosen."
        let guess = LanguageGuess(of: "\(german) \(english)")
        #expect(Set(guess.parts.map(\.code)) == ["de", "en"])
        #expect(guess.parts.allSatisfy { (0.4...0.6).contains($0.share) })
        let finding = try #require(
            AnswerLanguage.finding(in: "\(german) \(english) \(english)".replacing("lesen", with: "einlesen"))
        )
        #expect(!finding.preventsScore)
        #expect(
            finding.sentence
                == "About 30 % of the answer seems to be in German; this judge knows English only.")
    }

    @Test func chineseBesideEnglishHasItsShare() {
        let guess = LanguageGuess(
            of: "I would add an index because the query reads the whole table. 我会先给这一列加上索引，因为否则查询要读整个表。")
        #expect(guess.parts.map(\.code).sorted() == ["en", "zh"])
        #expect(guess.certainty > 0.5)
    }

    @Test func wordsOfTheQuestionProveNothing() {
        let text = "der die und ist"
        #expect(AnswerLanguage.finding(in: text) != nil)
        #expect(AnswerLanguage.finding(in: text, known: ["der", "die", "und", "ist"]) == nil)
    }

    @Test func aLongTextIsJudgedByItsBeginning() {
        let text = String(repeating: "Das haben wir nicht gemacht. ", count: 40_000)
        #expect(AnswerLanguage.finding(in: text)?.code == "de")
    }

    @Test func marksWrittenApartFromTheirLettersAreTheSame() {
        let apart =
            "Ich wu\u{308}rde das fu\u{308}r die Tabelle nicht mo\u{308}gen, weil es la\u{308}nger dauert."
        #expect(AnswerLanguage.finding(in: apart)?.code == "de")
    }
}
