/** What the people of the example network are about: places, work, topics, meet-ups, things said. All of it made up. */
export const BRANCHES: readonly [slug: string, name: string, area: string, towns: readonly string[], weekday: number, week: number][] = [
  ["east-anglia", "East Anglia", "Norfolk, Suffolk, Cambridgeshire", ["Fenbridge", "Ely", "Norwich", "Bury St Edmunds"], 3, 0],
  ["london", "London", "Inside the M25", ["London", "Croydon", "Walthamstow"], 2, 1],
  ["thames-valley", "Thames Valley", "Berkshire, Oxfordshire, Buckinghamshire", ["Reading", "Oxford", "Aylesbury"], 2, 2],
  ["south-coast", "South Coast", "Kent to Dorset", ["Brighton", "Southampton", "Hastings"], 0, -1],
  ["west-country", "West Country", "Bristol to Penzance", ["Bristol", "Exeter", "Truro"], 5, 0],
  ["wales", "Wales", "All of Wales", ["Cardiff", "Aberystwyth", "Bangor"], 4, 0],
  ["midlands", "Midlands", "East and West Midlands", ["Birmingham", "Leicester", "Derby"], 5, 1],
  ["yorkshire", "Yorkshire", "All the Ridings", ["Leeds", "Sheffield", "York"], 3, 0],
  ["north-west", "North West", "Cheshire to Cumbria", ["Manchester", "Lancaster", "Carlisle"], 1, 3],
  ["north-east", "North East", "Tyne, Wear and Tees", ["Newcastle", "Durham", "Middlesbrough"], 3, 3],
  ["scotland", "Scotland", "All of Scotland", ["Glasgow", "Edinburgh", "Inverness"], 3, 1],
  ["northern-ireland", "Northern Ireland", "All six counties", ["Belfast", "Derry", "Omagh"], 4, 2],
];

export const GROUPS: readonly [slug: string, name: string, summary: string][] = [
  ["local-studies", "Local Studies", "Places, papers and the people in them."],
  ["cataloguing", "Cataloguing and Metadata", "Describing the undescribed."],
  ["health", "Health Libraries", "Evidence, quickly, for people in a hurry."],
  ["prisons", "Prison Libraries", "Small rooms, large difference."],
  ["maps", "Maps and Plans", "Drawers, scanners and folding correctly."],
  ["schools", "School Libraries", "For the only librarian in the building."],
  ["rural", "Rural and Mobile", "Vans, lay-bys and who waves at you."],
  ["music", "Music Libraries", "Parts, scores and the missing second oboe."],
  ["new-starters", "New Starters", "Your first five years, with company."],
];

/** Committees: slug, name, parent's slug (null: the Guild itself), what it does. */
export const COMMITTEES: readonly [slug: string, name: string, parent: string | null, summary: string][] = [
  ["council", "National council", null, "Decides what the Guild does next, and pays for it."],
  ["east-anglia-committee", "East Anglia committee", "east-anglia", "Six meetings a year, four of them online."],
  ["london-committee", "London committee", "london", "Meets after work, near a station."],
  ["wales-committee", "Wales committee", "wales", "Cyfarfodydd dwyieithog. Meetings in both languages."],
  ["scotland-committee", "Scotland committee", "scotland", "Four meetings a year, one in the islands."],
  ["local-studies-committee", "Local Studies committee", "local-studies", "Plans the two days out."],
  ["cataloguing-committee", "Cataloguing committee", "cataloguing", "Keeps the workshops going."],
];

export const TOPICS = [
  "map cataloguing", "oral history", "health libraries", "singing in a choir", "moving job mid-year", "repair cafés", "parish magazines", "linked data", "story times",
  "reading aloud to adults", "prison reading groups", "digitising glass plates", "dialect recordings", "weeding without tears", "makerspaces", "copyright", "open access", "teaching referencing",
  "school libraries alone", "mobile libraries", "crosswords", "graphic novels", "local newspapers", "bookbinding", "accessible formats", "games collections", "first-year nerves", "committee work",
  "chairing without shouting", "chartership", "allotments", "folk music", "family history", "railway archives", "community languages", "book festivals", "dementia-friendly libraries", "coding clubs",
] as const;

export const EMPLOYERS = [
  "Fenbridge City Libraries", "Marshland Hospitals Trust", "University of the Wolds", "Old Reading Room Trust", "Severnside College", "County Record Office", "Thornfield Prison", "Harbour School",
  "National Map Library", "Pennine Mobile Libraries", "Tideway University", "Guildhall Archive", "Northmoor Libraries", "Cloister School", "Borough Museum and Archive",
] as const;

export const PRONOUNS = ["she/her", "he/him", "they/them", null, null, "she/they"] as const;

export const HOSTS = ["guild.example", "shelfmarks.example", "mapdrawer.example", "newpros.example", "stacks.example", "fenbridge.example", "quiet.example"] as const;

export const BRANCH_TITLES = [
  "Branch meet-up: tea and what we are reading", "Behind the scenes at the record office", "An evening of lightning talks", "Bring a book, take a book", "Walk and talk along the canal", "Library crawl: three buildings, one bus",
  "Quiz night in the reference section", "Show us your worst catalogue record", "Breakfast before work", "New members' supper",
] as const;

export const GROUP_TITLES = [
  "Drop-in: bring a problem", "Reading group for practitioners", "Show and tell", "Ask us anything", "Skills swap", "Journal club, with biscuits",
] as const;

export const QUESTIONS = [
  "What is the oddest thing you have found tucked inside a returned book?", "Which book do you recommend to people who say they do not read?", "What did your first week in a library teach you?",
  "Which shelf would you save from a flood?", "What is the best question you were ever asked at a desk?", "What do you do that nobody at work knows about?",
] as const;

export const CHATTER = [
  "First time for me. I shall be the one reading the noticeboard.", "Does anybody come by train? I would be glad of company from the station.", "I can bring a cake, if someone tells me about nuts.",
  "Looking forward to seeing faces behind the handles.", "I have to leave early for the last bus, so come and find me first.", "Is there somewhere quiet to sit for ten minutes? I find that helps.",
  "I met my mentor at one of these. Recommended.", "A pressed four-leaf clover, in a law report.", "A shopping list that began with 'candles' and ended with 'forgive Alan'.", "I will wear the green cardigan.",
  "We had a whole kipper once. Nobody likes to talk about it.", "Has anyone here moved from schools to public? I should love to hear how it went.", "Happy to show newcomers where the tea is.", "Sorry to miss the beginning, I come straight from the desk.",
] as const;
