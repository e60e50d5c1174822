"""Countries as datasets write them, as ISO 3166-1 alpha-2 codes; "" where none surely fits.

Gleditsch-Ward numbers (Gleditsch and Ward 1999, and its list of microstates) are UCDP's, ISO's
numbers ACLED's. A former state maps to the code of the one that has its number or most of its
territory today (North and South Yemen, East Germany, Zaire); of the Soviet Union, Yugoslavia and
Czechoslovakia, which became several, a name alone tells no code.
"""

from functools import lru_cache

from actors.countries import COUNTRIES


def by_gleditsch_ward(number: int | None) -> str:
    """Return the code of a Gleditsch-Ward number."""
    return _GLEDITSCH_WARD.get(number, "")


def by_iso_number(number: int | None) -> str:
    """Return the code of an ISO 3166-1 number."""
    return _ISO_NUMBERS.get(number, "")


@lru_cache(maxsize=4096)
def by_name(name: str) -> str:
    """Return the code of a country's name in any spelling known here, or of the code itself."""
    if len(name) == 2 and name in COUNTRIES:
        return name
    return _NAMES.get(_folded(name), "")


def _folded(name: str) -> str:
    words = name.casefold().replace("&", " and ").replace("st.", "saint")
    kept = "".join(one if one.isalnum() or one in "()" else " " for one in words)
    return " ".join(kept.split()).removeprefix("the ")


def _table(text: str) -> dict[int, str]:
    pairs = (pair.split(":") for pair in text.split())
    return {int(number): code for number, code in pairs}


_GLEDITSCH_WARD = _table("""
2:US 20:CA 31:BS 40:CU 41:HT 42:DO 51:JM 52:TT 53:BB 54:DM 55:GD 56:LC 57:VC 58:AG 60:KN 70:MX
80:BZ 90:GT 91:HN 92:SV 93:NI 94:CR 95:PA 100:CO 101:VE 110:GY 115:SR 130:EC 135:PE 140:BR
145:BO 150:PY 155:CL 160:AR 165:UY 200:GB 205:IE 210:NL 211:BE 212:LU 220:FR 221:MC 223:LI
225:CH 230:ES 232:AD 235:PT 260:DE 265:DE 290:PL 305:AT 310:HU 316:CZ 317:SK 325:IT 327:VA
331:SM 338:MT 339:AL 340:RS 341:ME 343:MK 344:HR 345:RS 346:BA 347:XK 349:SI 350:GR 352:CY
355:BG 359:MD 360:RO 365:RU 366:EE 367:LV 368:LT 369:UA 370:BY 371:AM 372:GE 373:AZ 375:FI
380:SE 385:NO 390:DK 395:IS 402:CV 403:ST 404:GW 411:GQ 420:GM 432:ML 433:SN 434:BJ 435:MR
436:NE 437:CI 438:GN 439:BF 450:LR 451:SL 452:GH 461:TG 471:CM 475:NG 481:GA 482:CF 483:TD
484:CG 490:CD 500:UG 501:KE 510:TZ 511:TZ 516:BI 517:RW 520:SO 522:DJ 530:ET 531:ER 540:AO
541:MZ 551:ZM 552:ZW 553:MW 560:ZA 565:NA 570:LS 571:BW 572:SZ 580:MG 581:KM 590:MU 591:SC
600:MA 615:DZ 616:TN 620:LY 625:SD 626:SS 630:IR 640:TR 645:IQ 651:EG 652:SY 660:LB 663:JO
666:IL 670:SA 678:YE 680:YE 690:KW 692:BH 694:QA 696:AE 698:OM 700:AF 701:TM 702:TJ 703:KG
704:UZ 705:KZ 710:CN 712:MN 713:TW 731:KP 732:KR 740:JP 750:IN 760:BT 770:PK 771:BD 775:MM
780:LK 781:MV 790:NP 800:TH 811:KH 812:LA 816:VN 817:VN 820:MY 830:SG 835:BN 840:PH 850:ID
860:TL 900:AU 910:PG 920:NZ 935:VU 940:SB 950:FJ 970:KI 971:NR 972:TO 973:TV 983:MH 986:PW
987:FM 990:WS
""")

_ISO_NUMBERS = _table("""
4:AF 8:AL 10:AQ 12:DZ 16:AS 20:AD 24:AO 28:AG 31:AZ 32:AR 36:AU 40:AT 44:BS 48:BH 50:BD 51:AM
52:BB 56:BE 60:BM 64:BT 68:BO 70:BA 72:BW 74:BV 76:BR 84:BZ 86:IO 90:SB 92:VG 96:BN 100:BG
104:MM 108:BI 112:BY 116:KH 120:CM 124:CA 132:CV 136:KY 140:CF 144:LK 148:TD 152:CL 156:CN
158:TW 162:CX 166:CC 170:CO 174:KM 175:YT 178:CG 180:CD 184:CK 188:CR 191:HR 192:CU 196:CY
203:CZ 204:BJ 208:DK 212:DM 214:DO 218:EC 222:SV 226:GQ 231:ET 232:ER 233:EE 234:FO 238:FK
239:GS 242:FJ 246:FI 248:AX 250:FR 254:GF 258:PF 260:TF 262:DJ 266:GA 268:GE 270:GM 275:PS
276:DE 288:GH 292:GI 296:KI 300:GR 304:GL 308:GD 312:GP 316:GU 320:GT 324:GN 328:GY 332:HT
334:HM 336:VA 340:HN 344:HK 348:HU 352:IS 356:IN 360:ID 364:IR 368:IQ 372:IE 376:IL 380:IT
384:CI 388:JM 392:JP 398:KZ 400:JO 404:KE 408:KP 410:KR 414:KW 417:KG 418:LA 422:LB 426:LS
428:LV 430:LR 434:LY 438:LI 440:LT 442:LU 446:MO 450:MG 454:MW 458:MY 462:MV 466:ML 470:MT
474:MQ 478:MR 480:MU 484:MX 492:MC 496:MN 498:MD 499:ME 500:MS 504:MA 508:MZ 512:OM 516:NA
520:NR 524:NP 528:NL 531:CW 533:AW 534:SX 535:BQ 540:NC 548:VU 554:NZ 558:NI 562:NE 566:NG
570:NU 574:NF 578:NO 580:MP 581:UM 583:FM 584:MH 585:PW 586:PK 591:PA 598:PG 600:PY 604:PE
608:PH 612:PN 616:PL 620:PT 624:GW 626:TL 630:PR 634:QA 638:RE 642:RO 643:RU 646:RW 652:BL
654:SH 659:KN 660:AI 662:LC 663:MF 666:PM 670:VC 674:SM 678:ST 682:SA 686:SN 688:RS 690:SC
694:SL 702:SG 703:SK 704:VN 705:SI 706:SO 710:ZA 716:ZW 724:ES 728:SS 729:SD 732:EH 740:SR
744:SJ 748:SZ 752:SE 756:CH 760:SY 762:TJ 764:TH 768:TG 772:TK 776:TO 780:TT 784:AE 788:TN
792:TR 795:TM 796:TC 798:TV 800:UG 804:UA 807:MK 818:EG 826:GB 831:GG 832:JE 833:IM 834:TZ
840:US 850:VI 854:BF 858:UY 860:UZ 862:VE 876:WF 882:WS 887:YE 894:ZM
""")

_OTHER_NAMES = {
    "BA": "Bosnia-Herzegovina",
    "BI": "Burundi (Urundi)",
    "BF": "Burkina Faso (Upper Volta)",
    "BN": "Brunei Darussalam",
    "BY": "Belarus (Byelorussia)",
    "CD": "DR Congo (Zaire); DR Congo; Zaire; DRC; Congo, Democratic Republic of; "
    "Congo, Democratic Republic of (Zaire); Congo (Kinshasa); Democratic Republic of Congo",
    "CG": "Congo; People's Republic of the Congo; Republic of Congo; Congo (Brazzaville)",
    "CI": "Cote d'Ivoire; Côte d'Ivoire",
    "CV": "Cape Verde",
    "CZ": "Czech Republic",
    "DE": "West Germany (FRG); East Germany (GDR); West Germany; East Germany; "
    "German Federal Republic; German Democratic Republic",
    "FM": "Federated States of Micronesia",
    "GB": "Great Britain; Northern Ireland; UK",
    "GM": "The Gambia",
    "IR": "Iran (Persia)",
    "IT": "Italy/Sardinia",
    "KG": "Kyrgyz Republic",
    "KH": "Cambodia (Kampuchea); Kampuchea",
    "KP": "Korea, People's Republic of",
    "KR": "Korea, Republic of",
    "LK": "Sri Lanka (Ceylon)",
    "MG": "Madagascar (Malagasy)",
    "MK": "Macedonia, FYR; Macedonia; Macedonia (Former Yugoslav Republic of)",
    "MM": "Myanmar (Burma); Burma",
    "MO": "Macau",
    "NL": "Netherlands",
    "PS": "West Bank and Gaza Strip; Palestine; State of Palestine; "
    "Occupied Palestinian Territory; Palestinian Territories",
    "RO": "Rumania",
    "RS": "Serbia (Yugoslavia)",
    "RU": "Russia (Soviet Union); Russian Federation",
    "SK": "Slovak Republic",
    "SZ": "Kingdom of eSwatini (Swaziland); Kingdom of eSwatini; Swaziland",
    "TL": "East Timor; Timor-Leste",
    "TR": "Turkey (Ottoman Empire); Türkiye; Turkiye",
    "TZ": "Tanzania; Tanzania (Tanganyika)",
    "US": "United States of America; USA",
    "VA": "Vatican City; Holy See",
    "VI": "Virgin Islands (U.S.)",
    "VN": "Vietnam (North Vietnam); Vietnam, Democratic Republic of; South Vietnam; Viet Nam",
    "VU": "New Hebrides",
    "WS": "Western Samoa",
    "YE": "Yemen (North Yemen); North Yemen; South Yemen; Yemen (Arab Republic of Yemen); "
    "Yemen, People's Republic of",
    "ZW": "Zimbabwe (Rhodesia); Rhodesia",
}

_NAMES = {_folded(name): code for code, name in COUNTRIES.items()} | {
    _folded(name): code for code, names in _OTHER_NAMES.items() for name in names.split(";")
}
