/// The words and letters by which languages in Latin letters are told apart: their commonest words, above all those that carry grammar.
struct LanguageWords: Sendable {
    /// The code (ISO 639-1).
    let code: String
    /// The words in lower case, written with their marks.
    let words: Set<String>
    /// The words as people type them who lack the keys for the marks.
    let foldedWords: Set<String>
    /// Letters beyond a to z that its words have.
    let letters: Set<Character>
    /// Ends of words that are frequent in it and rare in English.
    let endings: [String]

    private init(_ code: String, letters: String, endings: String = "", _ words: String) {
        self.code = code
        self.letters = Set(letters)
        self.endings = endings.split(separator: " ").map(String.init)
        self.words = Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
        foldedWords = Set(self.words.map(MarkedLetters.folded))
    }

    /// Languages told apart by their words. Each is likelier to be named for a near relative that is missing here than English is.
    static let all: [LanguageWords] = [
        LanguageWords(
            "de", letters: "äöüß", endings: "ung ungen keit heit lich isch ieren",
            """
            der die das und ist nicht ich wir sie es ein eine einen einem einer den dem des zu im von mit für auf auch sich als wie bei
            oder aber wenn dann weil dass daß wird werden wurde wurden haben habe hatte hatten hat sind war waren kann können muss müssen
            man noch nur schon mehr sehr durch über unter nach vor zum zur aus um bis alle diese dieser dieses mein meine unser unsere uns
            mir mich kein keine was jede jeder jedes damit dafür also immer gibt zwischen würde ihr er so am sollte soll viele ohne beim vom
            weiß weiss würde hier bitte leider
            """),
        LanguageWords(
            "fr", letters: "àâæçéèêëîïôœùûüÿ", endings: "tion ment eur euse ique aient ions",
            """
            le la les un une des du de et est que qui dans pour pas sur avec plus par je nous vous il elle on ils ce cette ces son sa ses
            au aux en ne se sont être avoir fait faire peut mais ou où donc car si comme tout tous très aussi bien lorsque quand j' l' d'
            qu' n' c' s' m' était avait ont été j'ai mon ma mes notre nos leur leurs sans sous entre après avant chaque puis ensuite alors
            parce même autre autres deux cela ça y a à peu chez permet aucun aucune
            sais suis désolé faut vais fais
            """),
        LanguageWords(
            "es", letters: "áéíñóúü", endings: "ción ciones dad mente ando iendo aba",
            """
            el la los las un una unos de del que y en es por para con no se su sus al lo como más pero o si cuando porque muy sin sobre
            este esta esto estos estas ese esa eso son era fue ser está están hay tiene tienen puede pueden hacer yo mi me nos nosotros
            también entre hasta desde donde cada todo todos todas entonces cual qué ya así otro otra hemos he había tenía estaba después
            antes le les ni uno dos ha sólo solo
            sé siento estoy creo voy hago hace
            """),
        LanguageWords(
            "it", letters: "àèéìíîòóùú", endings: "zione zioni mente ando endo ità ato",
            """
            il lo la i gli le un una uno di del della dei delle degli dello che e è in per con non si su al alla ai alle nel nella nei
            come più ma o se quando perché anche sono era essere ho abbiamo hanno ha stato può questo questa questi queste quello quella
            mi ci io noi mio mia nostro da dal dalla molto dopo prima ogni tutto tutti sul sulla così cosa fare fatto senza tra fra
            quindi poi solo già l' d' un' dell' nell' all' c' viene ancora avevo
            so sono dispiace credo faccio vorrei
            """),
        LanguageWords(
            "pt", letters: "áâãàçéêíóôõú", endings: "ção ções dade mente ando indo endo",
            """
            o a os as um uma de do da dos das que e é em no na nos nas por para com não se ao à seu sua mais mas ou como quando porque muito
            sem sobre este esta isso isto esse essa são era foi ser está estão tem têm pode podem fazer eu meu minha nós também entre até
            desde onde cada todo todos então qual já assim outro outra temos tinha estava depois antes ele ela eles pelo pela você nosso
            sei desculpe estou acho faço
            """),
        LanguageWords(
            "nl", letters: "éëïóöü", endings: "heid lijk eren ingen tje",
            """
            de het een en van is ik wij we je niet dat die te in op met voor aan er om dan als maar ook naar bij door uit wordt worden
            werd zijn was heeft hebben had heb kan kunnen moet moeten deze dit wat nog wel geen over of hij ze hun onze ons mijn mij zo
            omdat veel meer alle alleen zonder tussen na toen daarna waar wanneer elke andere gaan hoe zou
            weet ben denk zal
            """),
        LanguageWords(
            "pl", letters: "ąćęłńóśźż", endings: "ość ować anie enie ego emu ych ach",
            """
            i w z na do się nie to jest że jak ale dla po od przez lub oraz przy tym tego te ten ta który która które których co czy być
            był była było były są ma mam mają może można gdy jeśli jeżeli tylko tak już także bardzo więc ponieważ bez za o u ja my mnie
            nas mi go jego ich każdy wszystkie kiedy potem aby żeby został we ze pod między jako
            wiem jestem znam myślę
            """),
        LanguageWords(
            "cs", letters: "áčďéěíňóřšťúůýž", endings: "ost ování ého ých ému ání",
            """
            a v ve na je se že si do to s z ze o i k ke pro jako by jsem jsme jsou byl byla bylo byly být ale nebo když pokud který která
            které kterou co tak jak aby po při od za už také jen není nebyl mám máme má může mohou ten ta tento tato toto těch mi mě nás
            my já velmi pak protože než bez mezi podle každý všechny více bude tím kde
            nevím vím jsou myslím bych
            """),
        LanguageWords(
            "sv", letters: "åäöé", endings: "ning het lig ade ande",
            """
            och att det i en ett är som på för av med den till inte om jag vi har de kan man var så från eller men när vid ska skulle
            också måste mycket bara då efter utan där hade vara blir blev mig oss min mitt vår våra detta dessa denna här än ut upp över
            under mellan alla varje eftersom sedan mer vad hur få göra finns använder
            vet tror gjorde
            """),
        LanguageWords(
            "da", letters: "æøåé", endings: "ning hed lig ede ende",
            """
            og at det i en et er som på for af med den til ikke om jeg vi har de kan man var så fra eller men når ved skal skulle også må
            meget kun da efter uden der havde være bliver blev mig os min mit vores dette disse denne her end ud op over under mellem
            alle hver fordi derefter mere hvad hvordan hvis noget lave sig nogle
            ved tror gjorde ville
            """),
        LanguageWords(
            "no", letters: "æøåé", endings: "ning het lig ende",
            """
            og at det i en et er som på for av med den til ikke om jeg vi har de kan man var så fra eller men når ved skal skulle også må
            mye bare da etter uten der hadde være blir ble meg oss min mitt vår våre dette disse denne her enn ut opp over under mellom
            alle hver fordi deretter mer hva hvordan hvis noe lage seg noen å
            vet tror gjorde ville
            """),
        LanguageWords(
            "fi", letters: "äöå",
            endings:
                "ssa ssä sta stä lla llä lta ltä nen sen iin een aan ään ksi minen tään taan ista issa uus ää",
            """
            ja on ei se että oli olen olin olemme ovat olla kun jos niin mutta tai myös kuin joka jotka mitä minä me hän he sen sitä tämä
            tämän siitä siihen kaikki vain sitten koska voi voidaan pitää meidän minun mukaan kanssa jälkeen ennen ilman sekä eli esimerkiksi
            joten hyvin enemmän ole olisi tämä noin vielä jo nyt ollut kuitenkin yksi sitä
            tiedä tiedän luulen teki
            """),
        LanguageWords(
            "hu", letters: "áéíóöőúüű",
            endings: "ban ben nak nek ból ből hoz hez höz tól től ról ről ság ség ott ett ött unk ünk",
            """
            a az és egy nem hogy is van volt vagy de ha mert meg csak már még ez ezt azt ami amely aki akkor amikor mint minden kell lehet
            én mi el ki fel be le nagyon után előtt lesz lett voltak vannak ezért így úgy több sok nincs által szerint között alatt nélkül
            ezek majd pedig mindig először utána tehát
            tudom vagyok gondolom
            """),
        LanguageWords(
            "ro", letters: "ăâîșțşţ", endings: "ului elor ilor ția ție esc ează",
            """
            și şi de la în a cu nu pe un o este sunt care ca să se din pentru mai am ai au fost era dar sau dacă când ce cum fi foarte
            prin al ale unei unui acest această aceste după fără până între toate toți eu noi mi ne lor lui iar astfel pot poate trebuie
            avea avem doar fiecare deci apoi decât îl îmi
            știu stiu sunt cred
            """),
        LanguageWords(
            "tr", letters: "çğıöşüâî",
            endings:
                "lar ler ları leri ların lerin dır dir tır tir yor dık dik mak mek ması mesi dan den tan ten",
            """
            ve bir bu için ile de da çok olarak daha ne var yok ama veya gibi kadar sonra önce ben biz benim bizim o en her olan oldu
            olduğu olur değil mi mı ki şu çünkü eğer ise ya hem tüm bütün kendi ona onu bunu bunun iyi yeni zaman şey ancak göre vardı
            ettim ettik edildi sadece nasıl
            bilmiyorum biliyorum istedim lazım
            """),
        LanguageWords(
            "id", letters: "", endings: "kan nya",
            """
            yang dan di ke dari untuk dengan pada adalah ini itu tidak akan dalam saya kami kita atau juga karena bisa dapat ada sudah telah
            oleh sebagai jika maka agar lebih sangat hanya saat ketika setelah sebelum mereka dia harus seperti tersebut secara setiap semua
            banyak bahwa bagaimana menjadi antara sehingga namun tetapi belum masih lagi kalau
            tahu punya mau
            """),
        LanguageWords(
            "vi", letters: "àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
            """
            và của là có không được cho một các những trong với để này đó khi tôi chúng ta thì mà đã sẽ đang từ ở như cũng rất nhiều hơn
            nếu vì hoặc hay phải cần vào ra lên về theo trên dưới sau trước việc người bạn làm nên còn lại mỗi nhưng đến bị thể
            biết nghĩ nói
            """),
    ]

    /// Words of other languages that also stand in English texts: as English words, names, shell commands, names of variables or
    /// endings of files. They prove nothing.
    static let alsoEnglish = Set(
        """
        a i am an as at be by do for had has hat have he her here how i in is it man me men mind more my no not of on or so the to under
        up us was war we what who die dies also her hers been over than then them most some son sin den con pro per via van von der del
        des dos das los las la le les el il de du di da se si no son un une par pas plus tout est et al on ma mi mon man mal mit im um bin
        ist es er ab or of off dan dam den dem der die das ten tan ta te to ti tu tak the by my mu go ale pod pot past past od at an as
        os com sem tem mas mais nos era for fora do dos ser son sale come due dove ai ci io ha ho ma me no non per pure pro que quit sans
        des ses sous son sons sur son tous vis ne en ni nu nor fin fan far for fare gram her hang ham hers how hun id in is ja je kan ke
        ki la ley lag lit log los mine min mit mix men nam net nod not now nu og om op os pa pe po pop put ram ret rod rum sa san se set
        sig slut so sad sig som sort spy sum tag til time top tot tri ud up ut va vi vid vol we wo yes ya za ze zo bara era fi lor be ben
        biz ki var her ise ne ve var on ol olan en hem tam ada ini dia lagi saya juga pada para kita maka agar akan dari saat tan cum care
        din fost prin pot pun pan par mare mai unei fie are iar sunt ce ca cu au ale ave egy van volt meg lett fel hall vagy ha az is de
        de nem hogy ami sok ez el le nil nos ale jest ten tym ze byl bylo ja jak za ke ze si jen pak mez mi ne bez by je co to na po do
        one no net so se si hemos cada esta este era eso son fue sale solo media todo todos dado ya al un mi sus sobre ese esa otro hay
        wat wel geen hij ze mij nog toe toch toen ons elke over of hebben of door die dit bijv made met was were wide wend at sa sit var
        mange hver hos helt vor vore vom bei bis fur mir als wie auf aus ob alle man all her hat art arm fest rang los den dean die an
        am war warst sole fare dare more fine sale mare male camera data base media meta beta alpha delta pi mu nu rho phi psi xi eta tau
        tanto quanto rosa villa casa santa san maria sierra costa mesa plaza nova terra via vista cabo porto
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
