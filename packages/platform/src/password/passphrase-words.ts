/** Things that everybody can see before them: easy to remember in a row, and none that anybody would mind in an office. The list is our own. */
export const passphraseWords: readonly string[] = `
agrest akacja albatros aloes altana ananas antylopa arbuz arkusz astra autobus awokado bagaż bagno bajka bakłażan balkon balon bambus banan bandaż
barka barszcz basen batut bawół bazalt bażant beczka benzyna białko biedronka bielik bilet biurko bizon bochenek bocian boisko bokser borowik borsuk
borówka brama bransoleta bratek brelok brezent brokat brokuł brona brukselka brylant brzeg brzoskwinia brzoza budka budyń bukiet buldog bulwar burak
burza butelka bułka bęben błoto cebula cegła cement cennik chabry chata chałwa chleb chmura chochla chodnik choinka chomik chrabąszcz chrzan ciasto
cielę cienie cukier cukinia cyfra cyklista cykoria cynamon cyprys cytryna czajka czajnik czapka czapla czekolada czereśnia czosnek czubek czółno dach
daktyl dalia daszek deska deszcz diament dolina domek dorsz dozorca drabina drewno drezyna drobiazg droga drogowskaz drozd drukarka drzewo drzwi
dudek dukat dworek dworzec dynia dywan dzban dziobak dzięcioł dzięgiel długopis dźwig ekierka ekran emalia fabryka fajans fala farba fartuch fasola
filiżanka fiołek firanka flaga flaming flet foka fontanna forteca fortepian fotel fretka frędzel funt galeria galop ganek garaż garnek gawron gazela
gazeta gitara globus gniazdo gorczyca gołąb goździk grabie grad grafit granat granit grom groszek grot grusza gruszka grzebień grzmot grzyb gumka
guzik gwiazda gwizdek góral gęś hamak harfa harmonia hejnał herbata hiacynt hipopotam huśtawka iglica igła imbir indyk irys iskra jabłko jabłoń
jagoda jaguar jajko jamnik jarmark jarzębina jaskinia jaskółka jastrząb jawor jaśmin jeleń jemioła jesień jesion jezioro jeż jeżyna jodła kabel
kaczka kafel kajak kajzerka kaktus kalafior kalina kaloryfer kamerton kamień kamizelka kamyk kanapka kanarek kangur kapelusz kaptur karafka karmnik
karp karton kasza kaszkiet kasztan katedra kawiarnia kawka kefir keks kieszeń kijanka kilof kiosk kiwi klamka klasztor klepsydra kleszcze klocek klon
klucz knot koala kobiałka kobza kogut kokos kolano kolba kolejka koliber komar kometa komin komoda kompas kompot konewka konik konwalia kopalnia
koper koperta kopiec koral koralik korek korona korytarz kosiarka kostka kosz koszula kotlet kotwica koza kożuch krab kran krasnal kreda kredka
krokiet krokodyl krokus krowa kruk krzesło krzew książka księżyc kubek kufer kukurydza kukułka kula kura kurtka kuźnia kwiat kółko kładka kłos kłębek
lalka lama lampa lampart las latarka latarnia latawiec lawenda leszcz leszczyna lilia linijka lipa lis lizak liść lody lokomotywa lornetka lotka
lotnisko lustro lód magnes magnolia majeranek mak makaron malina mango marchew margaryna maszt masło materac małpa mech medal melon metro mewa mgła
miasto miednica miedź migdał mikrofon miotła miska miód modrzew mokradło morela morze morświn most motor motyl mrówka mucha mundur mur mydło młotek
młyn nagietek nalewka namiot narcyz narty naszyjnik nektar niebo niedźwiedź nitka notes nożyczki nurt obraz obłok ocean ocet odkurzacz ogrodnik ogród
ogórek okno okoń okręt okulary oliwka olsza opona orkiestra orzech orzeł osa osada osioł ostryga owca owies owoc ołówek paczka pagórek pajac palma
pamiętnik papier paproć papryka papuga parapet parasol park parowóz pasek pasieka pasternak pasterz patelnia patyk paw pawilon pelargonia pelikan
pensjonat perkusja peron perła pestka piasek piekarz piernik pierogi pierzyna pies pietruszka pień pinezka pingwin piołun piramida piwonia pióro
piłka plakat plaster plaża plecak pociąg poduszka podwórko pokrywka polana pole polewka pomarańcza pomidor pompa poranek porzeczka posąg powidła
powóz poziomka prom promień prosiak proso przepis przylądek przystań pszczoła pszenica ptak puchacz pudełko puzon pyłek pączek płaszcz płatek płetwa
płot rabarbar radio rakieta ramka ratusz rejs renifer robak rogal roleta rolka ropucha rosa rosół rower rozmaryn rukola rumianek ruszt ryba rybak
rydz rynek rynna ryż rzeka rzepa rzodkiewka róża ręcznik rękaw sadzonka salamandra samolot samowar sandał sanki sarna sasanka satyna sałata schody
seler ser serwetka siatka siekiera sierp sikorka siodło skarb skarpeta skała sklep skowronek skrzat skrzynka skrzypce smok smoła sokół sosna sowa
spinacz spiżarnia spodek stadion statek stodoła stokrotka stolik stonoga stołek strumyk struś strych studnia stukot suseł suszarka sweter sygnał
syrop szafa szafran szalik szarlotka szałas szczaw szczotka szczupak szelest szpak szparag szpinak szron sztuka szuflada szyba szyszka słoik słoma
słonecznik słowik słoń tabliczka taboret taca talerz tamburyn tarcza tarka tatarak taśma teatr teczka telegram temperówka topola torba tort trampki
tramwaj tratwa trawa truskawka trzcina trzmiel trójkąt trąbka tulipan turkus tuńczyk tygrys tymianek tynk tęcza ulica upał urna wachlarz waga wagon
walc walizka wanilia wanna warkocz warzywo waza weranda wełna wiadro wianek wiatr wiatraczek wiatrak wieloryb wieszak wiewiórka wieża wilga wilk
winda winogrono wiosna wiosło wiśnia wodospad wojłok worek woskownica wrona wrotki wrzesień wrzos wróbel wstążka wulkan wydma wydra wykrzyknik wyspa
wóz wózek wędka wędrowiec węgiel włókno zagroda zając zakładka zamek zapałka zatoka zawiasy zboże zebra zegar zegarek zeszyt ziarno zielnik ziemniak
zima zorza złoto łabędź ławka łaźnia łopata łosoś łoś łubin łuk łuska łyżka łyżwa łódka ślimak śliwka śnieg świder świeca świerk świerszcz świetlik
żaba żabka żagiel żaglówka żarówka żbik żelazko żmija żonkil żołądź żubr żuk żuraw żurek żwir żyrafa żyrandol żyto
`
  .trim()
  .split(/\s+/)
