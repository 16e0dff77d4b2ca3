"""Names in Chinese of what the codebook and the map ship: kinds of events and measures, places. What is missing is said in English.

Places along the border bear the characters by which they are known in Chinese; those of counties and cities in North Korea are the
characters of their Korean names.
"""

CATEGORIES: dict[str, str] = {
    "landmine": "地雷爆炸", "explosion": "爆炸", "bombing": "炸弹袭击", "shooting": "枪击", "armed_clash": "武装冲突",
    "killing": "杀害", "injury": "受伤", "beating": "殴打", "torture": "酷刑", "sexual_violence": "性暴力", "drowning": "溺亡",
    "freezing": "冻死", "starvation": "饿死", "disease": "疾病", "poisoning": "中毒", "suicide": "自杀",
    "death_in_custody": "羁押中死亡", "execution": "处决", "public_execution": "公开处决", "public_trial": "公审",
    "arrest": "逮捕", "detention": "拘押", "repatriation": "强制遣返", "disappearance": "失踪", "abduction": "绑架",
    "trafficking": "人口贩运", "border_crossing": "越境", "mine_collapse": "矿井坍塌", "workplace_accident": "工作场所事故",
    "traffic_accident": "交通事故", "fire": "火灾", "flood": "洪水", "landslide": "山体滑坡", "storm": "风暴",
    "protest": "抗议", "raid": "突击搜查", "banishment": "驱逐", "forced_labour": "强迫劳动",
    "forced_abortion": "强制堕胎", "escape_from_custody": "脱逃",
    "mine_laying": "埋设地雷", "cameras": "监控摄像头", "fence": "铁丝网", "shoot_on_sight": "格杀令", "lockdown": "封锁",
    "crackdown": "取缔", "market_ban": "市场限制", "travel_ban": "禁止通行", "curfew": "宵禁", "checkpoint": "检查站",
    "border_tightening": "加强边境警戒", "border_closure": "关闭边境", "signal_jamming": "信号干扰", "phone_detection": "手机信号探测",
    "house_searches": "入户搜查", "labour_mobilisation": "劳力动员", "ration_cut": "削减配给", "sentry_posts": "哨所", "reward_for_informing": "举报奖励",
    "ideological_campaign": "思想运动", "currency_control": "货币管制",
}  # fmt: skip

PLACES: dict[str, str] = {
    "cn": "中国", "kp": "朝鲜", "kr": "韩国", "ru": "俄罗斯",
    "cn-jilin": "吉林省", "cn-liaoning": "辽宁省",
    "kp-chagang": "慈江道", "kp-kangwon": "江原道", "kp-n-hamgyong": "咸镜北道", "kp-s-hamgyong": "咸镜南道",
    "kp-n-hwanghae": "黄海北道", "kp-s-hwanghae": "黄海南道", "kp-n-pyongan": "平安北道", "kp-s-pyongan": "平安南道",
    "kp-pyongyang": "平壤", "kp-ryanggang": "两江道",
    "kr-gangwon": "江原道", "kr-gyeonggi": "京畿道", "kr-incheon": "仁川", "kr-seoul": "首尔",
    "river-tumen": "图们江", "river-yalu": "鸭绿江", "dmz": "非军事区",
    "kp-chongjin": "清津", "kp-kimchaek": "金策", "kp-hoeryong": "会宁", "kp-musan": "茂山", "kp-rason": "罗先",
    "kp-hyesan": "惠山", "kp-samjiyon": "三池渊", "kp-sinuiju": "新义州", "kp-kusong": "龟城", "kp-jongju": "定州",
    "kp-kanggye": "江界", "kp-huichon": "熙川", "kp-manpho": "满浦", "kp-pyongsong": "平城", "kp-sunchon": "顺川",
    "kp-kaechon": "价川", "kp-tokchon": "德川", "kp-anju": "安州", "kp-nampho": "南浦", "kp-hamhung": "咸兴",
    "kp-tanchon": "端川", "kp-sinpho": "新浦", "kp-wonsan": "元山", "kp-munchon": "文川", "kp-sariwon": "沙里院",
    "kp-kaesong": "开城", "kp-songrim": "松林", "kp-haeju": "海州",
    "kp-kilju": "吉州", "kp-onsong": "稳城", "kp-kyongwon": "庆源", "kp-kyongsong": "镜城", "kp-kyonghung": "庆兴",
    "kp-orang": "渔郎", "kp-myongchon": "明川", "kp-puryong": "富宁", "kp-yonsa": "延社", "kp-kimhyongjik": "金亨稷",
    "kp-kimjongsuk": "金正淑", "kp-samsu": "三水", "kp-pochon": "普天", "kp-taehongdan": "大红湍", "kp-sakju": "朔州",
    "kp-ryongchon": "龙川", "kp-uiju": "义州", "kp-pyoktong": "碧潼", "kp-changsong": "昌城", "kp-wiwon": "渭原",
    "kp-chosan": "楚山", "kp-usi": "雩时", "kp-junggang": "中江",
    "cn-tumen-city": "图们", "cn-yanji": "延吉", "cn-longjing": "龙井", "cn-helong": "和龙", "cn-hunchun": "珲春",
    "cn-changbai": "长白", "cn-linjiang": "临江", "cn-jian": "集安", "cn-dandong": "丹东", "cn-baishan": "白山",
    "cn-tonghua": "通化", "cn-changchun": "长春", "cn-shenyang": "沈阳",
}  # fmt: skip
