"""Nouns that take no "a" and no plural in the sense business articles use, and nouns that only look like them."""

from __future__ import annotations

_MASS = """
5g abundance acceptance access accessibility accountability accounting adaptability adoption adrenaline adtech adulthood advertising
advice adware aerodynamics aesthetics affluence aftercare agility ai aid air airtime alcohol aluminium aluminum anger anonymity ar
arbitrage arrogance assistance athletics attendance attention austerity authentication authenticity automation autonomy availability
aviation awareness b2b b2c baggage baking bandwidth banking barley baseball basketball bedding beef benchmarking big_data biology
biotech biotechnology bitterness blockchain blood bookkeeping boredom borrowing brainstorming branding bravery bread breakage bribery
brightness broadcasting budgeting bullion bullying bureaucracy butter buying_power cannibalization capital capitalism carbon cargo
cash catering cement chaos chemistry chess childcare childrenswear chivalry circulation cleanliness clothing clout clutter
co-operation coaching coal cobalt coding coffee cohesion collaboration collateral commerce commercialization commodification commoditization
common_sense communism compassion compatibility competence competitiveness complacency compliance computing concrete confidence
confidentiality conformity confusion congestion connectivity consulting consumerism consumption contempt content continuity
cooking cookware cooling cooperation coordination copper copywriting corn correspondence corruption cotton counterfeiting courage
coverage craftsmanship creativity credibility cross-selling crowdfunding crowding crowdsourcing cryptography customization cutlery
cybercrime cybersecurity cycling darkness daycare daylight debugging decarbonization decency decision-making decor dedication
deflation deleveraging depreciation deregulation determination devotion digitalisation digitalization digitisation digitization
diligence dining disarray discrimination diversification diversity dominance downtime drainage driving durability dust dynamism
e-commerce e-learning e-waste eagerness earthenware ecommerce economics edtech education effectiveness efficiency eldercare
electricity electrification electronics empathy employment emptiness encryption enforcement engagement engineering entertainment
enthusiasm entrepreneurship envy equality equipment espionage esports etiquette evidence expertise exposure eyesight fairness fanfare
fashion fatherhood fatigue feedback feedstock fiction financialization financing fintech firewood firmware fitness flexibility flour
fluency fog foot_traffic footage football footfall footwear foresight forwarding freeware freight freshness friendliness frugality
fuel fulfillment fulfilment fun funding fundraising furniture gamification gaming garbage gas generosity genetics gentrification
awe unease ease relief grief dread terror gloom geography geology glassware globalisation globalization gold golf goodwill gossip governance graffiti grammar gratitude gravel greed
growth guidance guilt gymnastics hacking haircare handwriting happiness harassment hardness hardware hardwood harmony hatred havoc
headroom health healthcare heating help heritage hindsight hoarding homelessness homeware homework homogeneity homogenization honesty
hospitality hosting housekeeping housework housing humility hunger hydrogen hygiene hype iaas ice idleness ignorance immaturity
immediacy impartiality importance inclusivity independence industrialization inequality inertia inferiority inflation information
infrastructure injustice integrity intelligence interactivity internationalization internet involvement iot iron jargon jealousy
jewellery jewelry jogging journalism justice kindness kitchenware know-how knowhow knowledge labor labour lamb latency laundering
laziness leadership leakage learning leasehold leather leeway legality legislation legitimacy legroom leisure lending lethargy
liberalization lighting lightning linguistics liquidity listenership literacy literature lithium livestock livestreaming localization
logistics loneliness longevity loyalty luck luggage lumber m-commerce machinery mail maintenance maize makeup malnutrition malware
manpower manufacturing marketing mastery math mathematics maths maturity mayhem meat menswear mentoring merchandise merchandising
metadata middleware milk mobility modernization modesty momentum monetisation monetization money money-making moonlight motherhood
motoring multimedia multitasking music mutton nanotechnology nationalism nationalization networking neutrality news nickel nightlife
nitrogen nonsense normalization numeracy nutrition o2o obesity objectivity obsolescence offshoring offspring oil openness optimism
optimization originality outerwear outperformance outsourcing overcapacity overconsumption overcrowding overproduction oversight
oversupply overtime oxygen paas packaging parenthood parenting parking participation pasta patience patronage peace pepper
perseverance persistence personalization pessimism pgc philosophy phishing photography physics piracy playtime plumbing plywood poetry
policymaking politics pollution popularity populism pork postage pottery poultry poverty premiumization preparedness prestige pricing
pride printing privacy privatization problem-solving procrastination procurement productivity professionalism proficiency
profitability profiteering programming progress prominence propaganda prose prosperity protection protectionism proximity psychology
publicity publishing punctuality punctuation purchasing_power racism rain rainfall ransomware rationality rationalization readership
readiness realism recognition record-keeping recruitment relevance reliability reluctance remoteness research resilience reskilling
respect retailing retargeting retention rice robotics robustness rubber rubbish running saas sadness safety salt sand sanitation
saving scalability scarcity scepticism schooling screentime scrutiny seafood secrecy security seepage self-awareness self-confidence
self-discipline self-esteem self-regulation self-reliance self-sufficiency sem sensemaking seo sewage sexism shame shareware sharpness
shipping shopping shrinkage sightseeing significance silk silver sincerity skepticism skiing skincare slang slavery smoke smuggling
snow snowfall socialism sociology softness software soil solidarity solvency sourcing spaghetti spam speculation spelling spending
spending_power sportswear spyware stability staffing stagflation stagnation stamina standardization stardom starvation stationery
steel stickiness stockpiling storage storytelling streaming stress stuff stupidity subjectivity subsidization sugar sunlight sunshine
superiority supervision support surveillance sustainability sweat sweetness swimming sympathy tableware tea teaching teamwork
telecommuting telemedicine teleworking tennis terrorism thermodynamics thrift throughput thunder timber timekeeping tobacco toughness
tourism trading traffic trafficking training transparency transport transportation trash travel trust tuition typing ugc
underemployment underperformance undersupply underwear underwriting unemployment uniqueness unity upholstery upkeep upselling
upskilling uptime urbanisation urbanization urgency usability usage usefulness user-friendliness utilisation utilization vastness
vegetation ventilation viewership vigor vigour violence visibility vitality volatility vr warehousing warfare wastage waste water
wealth wear weather welfare wheat whiteness wholesaling wi-fi wifi wildlife willingness wiring wisdom womenswear wood wool
word-of-mouth workmanship yoga zinc
"""

_COUNT = """
ability activity advantage agency anthology apology authority baptism barrier basic bonus bottleneck brand business capability capacity category characteristic
characterization city civilisation civilization clinic commodity community company country critic culture currency deficiency difficulty disability disadvantage dividend economy
embolism emergency entity eyewitness facility family fitness-club frequency generalization graphic harness hospitalization identity ideology illness industry liability likeness market mechanism
lioness methodology metric model opportunity organisation organism organization party personality platform policy possibility priority prism property
quality quantity responsibility scenario scene specialization statistic strategy study subculture tactic technology tendency threshold
topic trend university user utility vacancy vulnerability weakness wilderness witness
"""

# An underscore stands for the space inside a phrase.
MASS_NOUNS = frozenset(word.replace("_", " ") for word in _MASS.split())
COUNT_NOUNS = frozenset(_COUNT.split())
