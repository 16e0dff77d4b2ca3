"""English nouns for people, and words that end a phrase about them."""

import re

MALE = frozenset(
    "man men boy boys father fathers son sons brother brothers husband husbands grandfather grandfathers uncle uncles"
    " nephew nephews grandson grandsons stepfather fiance widower widowers monk monks he him his himself males male".split()
)
FEMALE = frozenset(
    "woman women girl girls mother mothers daughter daughters sister sisters wife wives grandmother grandmothers aunt"
    " aunts niece nieces granddaughter stepmother widow widows nun nuns housewife housewives she her herself females female"
    " grandma schoolgirl schoolgirls waitress waitresses seamstress seamstresses actress actresses bride brides landlady maid maids policewoman policewomen".split()
)
_SINGLE = """
 person civilian citizen resident villager peasant farmer farmhand herder shepherd fisherman worker labourer laborer miner
 soldier sergeant corporal conscript recruit officer guard sentry private captain colonel lieutenant major general
 policeman policewoman agent official guerrilla rebel terrorist militant fighter gunman combatant insurgent commander
 deserter defector refugee escapee returnee migrant trader merchant smuggler broker trafficker dealer seller vendor buyer
 student pupil schoolboy schoolgirl teacher professor lecturer doctor nurse orderly midwife patient inmate prisoner
 detainee convict captive hostage suspect driver passenger pedestrian cyclist motorist passer-by bystander sailor boatman
 crewman pilot engineer technician mechanic electrician welder carpenter builder bricklayer cook baker tailor clerk
 secretary manager director owner chief head leader boss foreman supervisor minister vice-minister deputy mayor
 governor judge lawyer prosecutor attorney journalist reporter photographer editor priest missionary pastor preacher
 monk nun bishop archbishop jesuit believer worshipper child kid toddler infant baby newborn teenager youth youngster adult
 orphan elder grandparent parent relative kinsman cousin neighbour neighbor friend guest visitor tourist traveller
 traveler foreigner stranger beggar vagrant victim survivor member colleague comrade veteran invalid pensioner
 cadet trainee apprentice athlete singer actor actress artist writer poet scientist researcher scholar nurse cleaner
 caretaker watchman porter carrier messenger courier guide helper volunteer activist leader trade-unionist unionist
 politician candidate senator congressman councilman ambassador diplomat consul attache spy informant informer
 intruder thief robber bandit burglar killer murderer rioter protester protestor demonstrator striker picker gatherer
 logger lumberjack woodcutter hunter poacher gardener digger diver swimmer climber hiker gambler player user
 fugitive runaway exile refugee homeowner tenant landlord lodger moneylender lender changer money-changer
 shopkeeper grocer butcher barber waiter waitress maid servant nanny bodyguard escort paramedic firefighter fireman
 rescuer medic surgeon dentist pharmacist seaman marine trooper paratrooper warder jailer jailor interrogator
 investigator inspector customer shopper spectator onlooker witness scavenger breadwinner bride groom man woman boy girl
 father mother son daughter brother sister husband wife grandfather grandmother uncle aunt nephew niece grandson
 granddaughter widow widower kinswoman stepfather stepmother housewife north-korean korean chinese american salvadoran
 colombian peruvian russian japanese african european spaniard national compatriot native peasant indigenous subversive
 mercenary extremist sympathiser sympathizer militiaman serviceman servicewoman businessman businesswoman craftsman tradesman
 imam mullah rabbi sheikh cleric evangelist catechist hymn-singer uyghur uighur kazakh tibetan rohingya kachin karen shan chin eritrean
 schoolmaster headmaster headmistress schoolteacher goatherd shepherd cowherd raftsman riverman ferryman stationmaster signalman brakeman fireman
 stoker blacksmith potter weaver seamstress waitress hostess actress heiress dressmaker cobbler hawker pedlar peddler stallholder lodger
 roommate cellmate classmate schoolmate workmate playmate teammate shipmate housemate inlaw brother-in-law sister-in-law father-in-law mother-in-law
 son-in-law daughter-in-law godfather pregnant-woman mother-to-be fiancee fiance bridegroom octogenarian septuagenarian
 rancher cattleman trucker docker stevedore longshoreman
""".split()
SINGLE = frozenset(_SINGLE)
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "wives": "wife", "people": "person", "persons": "person",
    "thieves": "thief", "policemen": "policeman", "fishermen": "fisherman", "servicemen": "serviceman",
    "housewives": "housewife", "passers-by": "passer-by",
}  # fmt: skip
MASS = frozenset(
    "people persons folk folks youths personnel police troops staff crew dead others more chinese koreans japanese clergy elderly".split()
)
_PERSON_ENDING = re.compile(
    r"(?:[a-z]{3,}(?:ers?|ors|ists?|ians?|ees?|ants|ctor|ator|itor|essor|visor|ditor|women|woman|men|man|folk|people|mates?|goers?))$"
)
_NOT_PERSON = frozenset(
    """factor sector tractor reactor generator elevator escalator refrigerator detector indicator radiator ventilator calculator projector vector
 monitor incubator accelerator simulator operator's separator compactor contractor's equator creditor's auditor's actor's captor's capacitor
 river water number power order border winter summer letter paper tower corner quarter officer's matter danger hunger
 fever laughter weather river's weapon shelter timber tender center centre computer trailer tanker helicopter bunker
 chamber counter water's silver copper leather fiber fibre paper's powder gunpowder ladder layer liter metre meter
 kilometer kilometre litre former latter later under over after other another together further rather either neither never
 ever however whether fewer lower upper inner outer bigger smaller larger older younger bitter cover shoulder finger
 chapter poster folder barrier carrier cancer disaster encounter murder slaughter manoeuvre character register theatre
 degrees committee guarantee coffee tree trees fee fees knee knees committees century ceremony mines plants restaurants
 grants factors doors floors tractors motors errors terrors sectors corridors warrants radios documents consumer's
 boiler boilers container containers cover covers trailers tankers helicopters bunkers towers rivers letters papers
 orders borders quarters chambers posters folders barriers letters' computers october november december september
 loudspeaker loudspeakers roller rollers trailer speaker router shutter heater burner burners cooker reactor generator
 excavator bulldozer bulldozers scooter steamer cruiser freighter trawler ferry fighter-bomber remainder dinner supper
 four-wheeler mortars howitzers grenades launchers""".split()
)
NOT_PEOPLE = frozenset(
    """year years day days night nights hour hours minute minutes second seconds week weeks month months time times
 kilometre kilometres kilometer kilometers km metre metres meter meters m mile miles feet foot inch inches yard yards
 ton tons tonne tonnes kg kilo kilos kilogram kilograms gram grams litre litres liter liters bag bags sack sacks box
 boxes bottle bottles won yuan dollar dollars euro euros cent cents percent per degree degrees house houses home homes
 tire tires tyre tyres window windows murder murders ambush ambushes clash clashes fight fights battle battles block blocks state states island islands zone zones region regions area areas club clubs stage stages nation nations
 sack sacks crate crates barrel barrels litre gallon gallons page pages photo photos picture pictures video videos message
 messages call calls visit visits trip trips flight flights game games goal goals vote votes seat seats ballot ballots
 household households family families flat flats apartment apartments building buildings room rooms village villages
 city cities town towns county counties province provinces country countries street streets road roads bridge bridges
 mine mines landmine landmines bomb bombs shot shots round rounds bullet bullets shell shells rocket rockets missile
 missiles gun guns rifle rifles weapon weapons grenade grenades device devices phone phones camera cameras post posts
 case cases incident incidents attack attacks explosion explosions blast blasts accident accidents raid raids event
 events cow cows ox oxen dog dogs pig pigs goat goats sheep horse horses hen hens chicken chickens cattle animal animals
 duck ducks deer bird birds fish tree trees truck trucks lorry lorries car cars bus buses vehicle vehicles boat boats
 raft rafts ship ships train trains plane planes helicopter helicopters tank tanks bicycle bicycles cart carts group
 groups unit units company companies battalion battalions regiment regiments division divisions brigade brigades band
 bands gang gangs school schools hospital hospitals church churches office offices factory factories shop shops market
 markets field fields side sides end part parts half third quarter fourth floor floors line lines page pages copy copies
 item items notice notices word words song songs film films reason reasons thing things place places point points meal
 meals sentence sentences charge charges count counts step steps lane lanes row rows load loads pack packs piece pieces
 roll rolls letter letters list lists book books document documents source sources report reports story stories name
 names grade grades notch life sentence way ways set sets crew's table tables tower towers pole poles order orders
 fence fences wall walls tent tents hut huts bunker bunkers site sites camp camps cell cells prison prisons attempt attempts
 bank banks kinds kind type types sort sorts form forms number numbers storey storeys story hectare hectares acre acres
 pound pounds peso pesos ruble rubles intifada meeting meetings hand hands leg legs arm arms eye eyes finger fingers toe
 toes back head-on clock o'clock am pm a.m. p.m. a.m p.m""".split()
)
# Things that are "killed", "lost" or "taken" in a manner of speaking, and whatever else is counted beside people.
THINGS = frozenset(
    """temples chapels shrines poems poem plans plan projects bills bill proposals ideas hopes dreams jobs careers trees crops fields acres seeds plants flowers bees insects
 locusts rats mice wolves boars bears tigers rabbits chickens geese turkeys eggs loaves cables wires poles engines machines computers servers
 phones handsets radios televisions sets drives disks discs cards sticks tapes parcels packages envelopes coins notes banknotes bonds shares
 contracts deals orders permits passes licences licenses visas passports tickets uniforms coats boots shoes shirts blankets quilts pots pans
 stoves pipes tanks wells pumps roofs windows bricks stones logs planks sandbags checkpoints signals towers antennas drones planes jets
 satellites bodies' rifles pistols bullets cartridges knives axes kilowatts megawatts degrees points percent percentages quarters halves
 opinions rumours rumors questions answers complaints appeals petitions speeches slogans banners posters portraits statues museums libraries
 classes lessons exams courses clinics wards beds hospitals pharmacies doses vaccines pills ampoules samples tests results""".split()
)
STOP = frozenset(
    """is are was were be been being am has have had having do does did will would shall should can could may might must who
 whom whose which that when where while after before because as since until till if unless though although whereas than in on
 at by of to from with without into onto over under near for against among amid during through across along around
 between beside behind beyond off out up down away back and or but nor so yet not n't then there here said says say told
 tells tell added reported according also were still now later today yesterday ago including include includes plus per
 the a an his her their its our my your this that these those some any all both each every another he she they it we i
 you him them us me himself herself themselves what how why went ran fell came drove stepped trod threw hid swam took
 lost made left found set froze drank ate stood began got gets fled tried wanted meant sat slept lay lived worked walked
 onto ; : . , ! ? ( ) [ ] — – - " ' “ ” ‘ ’ % aged dead alive hurt missing drowned a.m. p.m.""".split()
)
ADVERBS = frozenset(
    """also then later still all both each already reportedly allegedly either even just nearly almost together instantly
 immediately eventually subsequently apparently thus soon again since ever probably likely now too once today yesterday
 badly seriously gravely severely slightly lightly fatally critically mortally publicly secretly brutally officially
 recently only allegedly first himself herself themselves""".split()
)
DETERMINERS = frozenset("the his her their its our my these those this that another other".split())
MONTHS = frozenset(
    """january february march april may june july august september october november december jan feb mar apr jun jul aug
 sep sept oct nov dec""".split()
)
COLLECTIVES = frozenset(
    "group band party crew gang team patrol squad column family crowd total toll lot batch number those convoy".split()
)
KOREAN_SURNAMES = frozenset(
    """kim pak park ri lee yi choe choi jong jung chong kang cho jo yun yoon jang chang rim lim im han o oh so seo sin shin
 kwon hwang an ahn song ryu yu yoo hong jon jeon ko go mun moon son pae bae paek baek ho heo hur nam sim shim no noh ha
 kwak u woo cha ju joo ku koo min ryang yang om um won ki thae tae""".split()
)


def singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("children"):
        return "child"
    if word.endswith("ies") and word[:-3] + "y" in SINGLE:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_person(word: str) -> bool:
    """A noun for a person or for people, by the list or by its ending."""
    if word in _NOT_PERSON or word in NOT_PEOPLE:
        return False
    return word in SINGLE or word in MASS or singular(word) in SINGLE or bool(_PERSON_ENDING.search(word))


def is_plural(word: str) -> bool:
    return (
        word in MASS
        or word in _IRREGULAR
        or word.endswith(("men", "children"))
        or (word.endswith("s") and not word.endswith("ss"))
    )


def sex_of(words: list[str]) -> str | None:
    """Male or female where one of the words says it and none the other."""
    male, female = any(word in MALE for word in words), any(word in FEMALE for word in words)
    if male == female:
        return None
    return "male" if male else "female"
