/** Names as people write them, by the language that their script needs. A family name stands where its speakers put it. */
export type NamePool = {
  lang: string;
  given: readonly (readonly [own: string, latin: string])[];
  family: readonly (readonly [own: string, latin: string])[];
  familyFirst?: boolean;
  /** Between given and family name. */
  joint?: string;
};

const same = (words: string) => words.split(" ").map((word) => [word, ""] as const);
const pairs = (words: string) => words.split(" ").map((word) => word.split("/") as unknown as readonly [string, string]);

/** Latin letters need no second form. Diacritics stay. */
export const LATIN: NamePool[] = [
  {
    lang: "en",
    given: same("Alice Ben Catrin Dafydd Eleanor Fergus Grace Harriet Imogen Jack Keziah Lowri Martha Nathaniel Olive Peregrine Ruth Seren Tabitha Una Vernon Winifred Beatrix Callum Dorothy Ewan Florence Gethin Hester Isla"),
    family: same("Abernethy Barlow Cartwright Davenport Ellery Fairweather Garside Hollins Ibbotson Jessop Kettlewell Lovelace Mossop Nettleship Orchard Penhaligon Quayle Rowbottom Satterthwaite Thwaite Underhay Varley Wainwright Yelland Ashdown-Price Morgan-Vane Bexley Crake Dunmore Fothergill"),
  },
  { lang: "ga", given: same("Aoife Niamh Síle Tadhg Ruairí Gráinne Éamon Caoimhe"), family: same("Ó_Briain Ní_Mháille Mac_Gabhann Ó_Súilleabháin Nic_Dhonnchadha Ó_Conaill") },
  { lang: "pl", given: same("Łukasz Zofia Agnieszka Paweł Małgorzata Świętosława Jędrzej"), family: same("Wójcik Żuławska Łęcki Dąbrowska Śliwiński Gżegżółka") },
  { lang: "cs", given: same("Jiří Zdeňka Ondřej Růžena Tomáš Žaneta"), family: same("Dvořák Říhová Čapek Němcová Šťastný Černá") },
  { lang: "tr", given: same("İpek Çağla Öykü Şule Oğuz Gül"), family: same("Yıldız Çelik Gökçe Şahin Özgür Işık") },
  { lang: "vi", given: same("Thị_Hạnh Văn_Đức Ngọc_Ánh Quốc_Bảo"), family: same("Nguyễn Trần Đặng Huỳnh"), familyFirst: true },
  { lang: "es", given: same("Iñaki María_José Ángel Begoña Nuño"), family: same("Muñoz Ibáñez Peñalver García_Lorca Zubizarreta") },
  { lang: "yo", given: same("Ọlátúnjí Ṣadé Adébáyọ̀ Fọláṣadé"), family: same("Adéyẹmí Ọdúnlámí Ògúnbíyì") },
  { lang: "is", given: same("Þóra Ægir Ásdís Sigurður"), family: same("Þorsteinsdóttir Guðmundsson Björnsdóttir") },
  { lang: "hu", given: same("Zsófia Győző Dezső Ágnes"), family: same("Kővári Szőke Nagy Űrhegyi"), familyFirst: true },
];

export const OTHERS: NamePool[] = [
  { lang: "el", given: pairs("Ελένη/Eleni Νίκος/Nikos Δέσποινα/Despina Γιώργος/Giorgos"), family: pairs("Παπαδοπούλου/Papadopoulou Καζαντζάκης/Kazantzakis Ψαρρού/Psarrou") },
  { lang: "ru", given: pairs("Анна/Anna Дмитрий/Dmitry Людмила/Lyudmila Фёдор/Fyodor"), family: pairs("Щербакова/Shcherbakova Жуков/Zhukov Ильина/Ilyina") },
  { lang: "uk", given: pairs("Олеся/Olesia Їжак/Yizhak Ґалина/Galyna"), family: pairs("Шевченко/Shevchenko Кравчук/Kravchuk Євтушенко/Yevtushenko") },
  { lang: "ar", given: pairs("ليلى/Layla عمر/Omar هدى/Huda يوسف/Yusuf"), family: pairs("حداد/Haddad المصري/Al-Masri الخطيب/Al-Khatib") },
  { lang: "fa", given: pairs("شیرین/Shirin پژمان/Pejman گلناز/Golnaz"), family: pairs("کریمی/Karimi چوبک/Chubak ژاله/Zhaleh") },
  { lang: "he", given: pairs("נועה/Noa יונתן/Yonatan שירה/Shira"), family: pairs("כהן/Cohen פרידמן/Friedman צור/Tzur") },
  { lang: "hi", given: pairs("प्रिया/Priya अर्जुन/Arjun श्रेया/Shreya ऋषि/Rishi"), family: pairs("शर्मा/Sharma श्रीवास्तव/Srivastava त्रिपाठी/Tripathi") },
  { lang: "bn", given: pairs("মৌসুমী/Mousumi সত্যজিৎ/Satyajit"), family: pairs("চট্টোপাধ্যায়/Chattopadhyay রহমান/Rahman") },
  { lang: "ta", given: pairs("கவிதா/Kavitha முருகன்/Murugan"), family: pairs("சுப்பிரமணியன்/Subramanian தேவி/Devi") },
  { lang: "th", given: pairs("สมชาย/Somchai กัลยา/Kanlaya"), family: pairs("ศรีสุวรรณ/Srisuwan วงศ์ทอง/Wongthong") },
  { lang: "zh", given: pairs("雪梅/Xuemei 志强/Zhiqiang 慧/Hui 明远/Mingyuan"), family: pairs("王/Wang 欧阳/Ouyang 陳/Chan 林/Lin"), familyFirst: true, joint: "" },
  { lang: "ja", given: pairs("美咲/Misaki 健太/Kenta さくら/Sakura 彩花/Ayaka"), family: pairs("佐藤/Sato 高橋/Takahashi 渡邊/Watanabe"), familyFirst: true },
  { lang: "ko", given: pairs("민지/Minji 서준/Seojun 하은/Haeun"), family: pairs("김/Kim 박/Park 최/Choi"), familyFirst: true, joint: "" },
  { lang: "ka", given: pairs("ნინო/Nino გიორგი/Giorgi"), family: pairs("ბერიძე/Beridze კაპანაძე/Kapanadze") },
  { lang: "hy", given: pairs("Անահիտ/Anahit Տիգրան/Tigran"), family: pairs("Պետրոսյան/Petrosyan Հակոբյան/Hakobyan") },
  { lang: "am", given: pairs("ሰላማዊት/Selamawit ዳዊት/Dawit"), family: pairs("ተስፋዬ/Tesfaye ገብረማርያም/Gebremariam") },
];

/** Names that try every layout: very long, very short, several scripts, no family name. */
export const HARD: readonly { name: string; latinName: string | null; lang: string }[] = [
  { name: "Wolfeschlegelsteinhausenbergerdorff Featherstonehaugh-Cholmondeley", latinName: null, lang: "en" },
  { name: "O", latinName: null, lang: "en" },
  { name: "Björk 陳大文", latinName: "Björk Chan Tai-man", lang: "zh" },
  { name: "محمد Ahmed بن علي", latinName: "Mohamed Ahmed bin Ali", lang: "ar" },
  { name: "Sukarno", latinName: null, lang: "id" },
  { name: "María de los Ángeles Fernández de Córdoba y Álvarez de Toledo", latinName: null, lang: "es" },
  { name: "ʻIolani Kahananui", latinName: null, lang: "haw" },
  { name: "Nguyễn Phúc Bảo Ân", latinName: null, lang: "vi" },
];
