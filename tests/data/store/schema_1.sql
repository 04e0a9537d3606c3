-- A store of schema 1 as the program that made such stores left it: seven cases that are worked on,
-- on hold for the second time, waiting for an answer, closed, under a limit, merged while on hold,
-- and reopened.
PRAGMA application_id = 1195594565;
PRAGMA user_version = 1;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE counties(
  county INTEGER NOT NULL PRIMARY KEY, created INTEGER NOT NULL, digest INTEGER NOT NULL,
  policy_version INTEGER NOT NULL, last_sequence INTEGER NOT NULL, last_commit INTEGER NOT NULL,
  last_recorded INTEGER NOT NULL, line_version INTEGER NOT NULL, line_head BLOB, line_key BLOB
) STRICT;
INSERT INTO counties VALUES(330881,1593396000000000,1,1,46,46,1593512400000000,1,X'5d2bad5733f5c73d1b1a4f4c6cd6e9ad1511180a750350c6d1ef8e9836b34fc0',X'0000000000000000000000000000000000000000000000000000000000000000');
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
INSERT INTO history VALUES(1,330881,1,0,1,49,0,1593396000000000,1593396000000000,1,0,0,0,0,0,0,0,0,1,NULL,'{"attachments":[{"size":2806,"sha256":"e9006d6228914ca44e60a8e6a045f363a122a19a07eb8dfb0ead9e0ccf393757","kind":"policy"}]}',NULL,NULL,NULL,X'5d2bad5733f5c73d1b1a4f4c6cd6e9ad1511180a750350c6d1ef8e9836b34fc0');
INSERT INTO history VALUES(2,330881,2,3308812006290000001,1,1,2,1593396000000000,1593396000000000,2,3,4,0,0,0,513,0,0,1,NULL,'{"category":"04-01","channel":"patrol","point":[118.6271,28.7437],"tier":"township","external_ids":[{"system":"12345","id":"A-17"}],"parties":[{"role":"requester"}],"facts":{"number":"330881-20200629-0000001","grid":"grid","village":"village","township":"room","holder":"room"}}','{"title":"村道塌陷","text":"车辆无法通行"}',X'e9ebf2b40bdacf8a946a156bd267c56d18b4fb9210acc77834fb59045d092f37',X'a823476703c37f6f9459d247218cfd0e55b9df48388c31b087308232567f0b26',X'9112555de337f07dc6af70a824cdc855041fbec99548fc42110ad046c7a184cb');
INSERT INTO history VALUES(3,330881,3,3308812006290000001,2,2,0,1593396300000000,1593396300000000,5,10,11,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'f784ed84932a2ff82aa0d5992a1aecc6d6bb3834dfa42ab4b06782ef7c0c8b55');
INSERT INTO history VALUES(4,330881,4,3308812006290000001,3,6,0,1593396600000000,1593396600000000,5,10,0,513,0,0,515,0,0,1,NULL,'{}',NULL,NULL,NULL,X'801205b5957e60d66f0428379e2d7799b40be3e465a5d98ba49ffd8a5571beb0');
INSERT INTO history VALUES(5,330881,5,3308812006290000001,4,16,0,1593397200000000,1593397200000000,5,10,0,515,0,0,517,0,0,1,NULL,'{"orders":[{"unit":"station","role":"lead"}]}','{"orders":[{"task":"填平"}]}',X'dec4569ce07df79f1637d1d14434fea617be9bac90c6fb20f2f3cee994ed0a4b',NULL,X'926ac3b5b84620bbf726b3d99314d2b6c2be2c2340d1eb6ed856f2bf885a86ef');
INSERT INTO history VALUES(6,330881,6,3308812006290000001,5,18,5,1593397800000000,1593397800000000,12,0,0,517,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'dc4731d60bcf568ea02f84b8f81408be0994fab880ee7ce21a326fb148b05f31');
INSERT INTO history VALUES(7,330881,7,3308812006290000001,6,21,0,1593398400000000,1593398400000000,12,0,0,519,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'2e589203ce7b66eca6e4919e9141c7c88af532368fba3c9ff8bc062d3f581cd8');
INSERT INTO history VALUES(8,330881,8,3308812006290000001,7,22,0,1593399600000000,1593399600000000,12,0,0,519,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'3f5008720d30e7ae1f66a252e5f2f26d12f442bf526d6652978186d801fd9358');
INSERT INTO history VALUES(9,330881,9,3308812006290000001,8,21,0,1593400200000000,1593400200000000,12,0,0,519,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'a4941b45f0373e1f431746030a1bad5c0191f34e2894322ee8c11ce28847c3e2');
INSERT INTO history VALUES(10,330881,10,3308812006290000001,9,23,0,1593400800000000,1593400800000000,12,0,0,519,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'992c1941f0d034d48316d293b7dff18db68e954ee3d672a38a3c4f16768f43d5');
INSERT INTO history VALUES(11,330881,11,3308812006290000001,10,22,0,1593401400000000,1593401400000000,12,0,0,519,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'cd65d2c0cb806afa459908aaa6ba0474a71c073a316ca29c9de0e5c9bb5d9b18');
INSERT INTO history VALUES(12,330881,12,3308812006290000002,1,1,2,1593403200000000,1593403200000000,2,3,4,0,0,0,513,0,0,1,NULL,'{"category":"04-01","channel":"patrol","tier":"township","facts":{"number":"330881-20200629-0000002","grid":"grid","village":"village","township":"room","holder":"room"}}','{"title":"路面开裂"}',X'0c99647bcd694c4be79b949923c151a35e351e4aedeba2012749a84507404a33',NULL,X'682e6b80b58a1219de92cf85cabd222cda36b9773da6acc9d2c87a5657128dcd');
INSERT INTO history VALUES(13,330881,13,3308812006290000002,2,2,0,1593403500000000,1593403500000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'5dd42e8eca60d8cad8e6fb07718ae56dbb8dbba79e8eff7eb8df88aa7c910fc5');
INSERT INTO history VALUES(14,330881,14,3308812006290000002,3,34,0,1593403800000000,1593403800000000,5,10,0,513,0,0,1,513,0,1,NULL,'{"reason":"awaiting_tests","until":"2020-07-01T01:00:00Z"}',NULL,NULL,NULL,X'72cebd13669cf5e22015ba8e4c65c81dd3a8777b9953b4ea8c664f4484458938');
INSERT INTO history VALUES(15,330881,15,3308812006290000002,4,35,0,1593478800000000,1593478800000000,5,10,0,1,513,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'd32f676780f31d58df086fc088da3e6f8e9543a28b68b35166b84604a3c903ae');
INSERT INTO history VALUES(16,330881,16,3308812006290000002,5,34,0,1593480600000000,1593480600000000,5,10,0,513,0,0,1,513,0,1,NULL,'{"reason":"awaiting_parts","until":"2020-07-03T01:00:00Z"}',NULL,NULL,NULL,X'c4236e7afe1677419a9447fc399804dd927ec0e9779217d3fed953ac2170403f');
INSERT INTO history VALUES(17,330881,17,3308812006300000001,1,1,2,1593482400000000,1593482400000000,2,3,4,0,0,0,513,0,0,1,NULL,'{"category":"04-01","channel":"patrol","tier":"township","facts":{"number":"330881-20200630-0000001","grid":"grid","village":"village","township":"room","holder":"room"}}','{"title":"路灯不亮"}',X'27e9f45361b2ec16b0c1bc3072f0937be5435c6293cf4cd66c37d50afcf03c36',NULL,X'ec4bec8cef80d2f464c94b691dc151da505e93eb57b9b0605d0a30f444ee0445');
INSERT INTO history VALUES(18,330881,18,3308812006300000001,2,2,0,1593482700000000,1593482700000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'7326d809aa590ac461c1445975394f953902a9bb35c828c235b661e6954dc6cb');
INSERT INTO history VALUES(19,330881,19,3308812006300000001,3,36,0,1593483000000000,1593483000000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}','{"note":"哪一盏"}',X'7651dbb7bcf8d8295b791b3af64fad4759ad06c9cf8e4a8bf708ba3fad026b60',NULL,X'b6a8f203d08c66483a0173469348c6720bd991381a02797ac9f3ba75d5142523');
INSERT INTO history VALUES(20,330881,20,3308812006300000001,4,37,0,1593484200000000,1593484200000000,2,3,0,513,0,0,513,0,0,1,NULL,'{}','{"note":"村口"}',X'c49ecc96f90492d61f7062877d9e190af9627a173fbc6dc970a3423c8635b4eb',NULL,X'719fc1f1230c655a3c12ed73aef039c6952503e9e30c0ab1fa30005d12dac2c7');
INSERT INTO history VALUES(21,330881,21,3308812006300000001,5,36,0,1593484800000000,1593484800000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}','{"note":"多久了"}',X'b77fc87061dad24cb8479bfccad5bd20bcb20cd54fa8d2a574c62ed61f96a933',NULL,X'9d368e68c1eb79e09e8612221a75752ac14c43be0a13e7d221351a0346d106a9');
INSERT INTO history VALUES(22,330881,22,3308812006300000001,6,36,0,1593485400000000,1593485400000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}','{"note":"请答复"}',X'df314f730eb460634db2c731df9591dd4ef9ff9b68ea319024427496c685d30e',NULL,X'6e879e97218d3c7d7dbfbbf715fa0bcc6c9c7da34e143e9fbeef29474a86ddeb');
INSERT INTO history VALUES(23,330881,23,3308812006300000002,1,1,2,1593486000000000,1593486000000000,2,3,4,0,0,0,513,0,0,1,NULL,'{"category":"04-01","channel":"patrol","tier":"township","facts":{"number":"330881-20200630-0000002","grid":"grid","village":"village","township":"room","holder":"room"}}','{"title":"护栏缺失"}',X'192a5f8945a64d97b8a52f7c20ba7f17677fb3882717032bb0f523ab4dd60148',NULL,X'20008d5177ffbfeabd11f4119df2f06f8452f5e7697aeaf24908a06d96833d31');
INSERT INTO history VALUES(24,330881,24,3308812006300000002,2,2,0,1593486300000000,1593486300000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'42caca8a5ebc9646a5bd2c6d9446974295fdab3aeb99e1282803e4524ac65d46');
INSERT INTO history VALUES(25,330881,25,3308812006300000002,3,36,0,1593486600000000,1593486600000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}','{"note":"有照片吗"}',X'5199cedeb4eb7774f630187f53c94577403498193b6b4bcf9a8e9fb23278bf23',NULL,X'e09f7e3e61844b59fb8fefdfac3c341670211f861639c5c174b3062ec0b0efa4');
INSERT INTO history VALUES(26,330881,26,3308812006300000002,4,6,0,1593486900000000,1593486900000000,5,10,0,513,0,0,515,0,0,1,NULL,'{}',NULL,NULL,NULL,X'92ea822e0df6538ce58c47153e4f1effca1aa620b17a98a322009cf9e4c23919');
INSERT INTO history VALUES(27,330881,27,3308812006300000002,5,16,0,1593487200000000,1593487200000000,5,10,0,515,0,0,517,0,0,1,NULL,'{"orders":[{"unit":"station","role":"lead"}]}','{"orders":[{"task":"补装"}]}',X'c73e48d6bb248c13ddb5d1d48c4769f404598af720ee1a965ac581fe243fa75d',NULL,X'5fbb205f5413b20fdaa57e88d21d6f5cc6165251ae37f5a0cbad885b7e25aa69');
INSERT INTO history VALUES(28,330881,28,3308812006300000002,6,18,5,1593487800000000,1593487800000000,12,0,0,517,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'300362191fe53469a4418750f6a2794b086cd6626ce81ab4d03a4fdf4068d996');
INSERT INTO history VALUES(29,330881,29,3308812006300000002,7,22,0,1593489600000000,1593489600000000,12,0,0,519,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'7e672106aa3648c01660432387615fd8b65d5e05f302dac3bbf7b80c858b8960');
INSERT INTO history VALUES(30,330881,30,3308812006300000002,8,27,5,1593500400000000,1593500400000000,12,0,0,519,0,0,520,0,0,1,NULL,'{}','{"note":"已补装"}',X'08557453d87ec1f7b8365533feec1f70609f88d56aab17e14fbc3f71794f207a',NULL,X'f6992deb4fd5178398e64b09f834e0ee7d364cb81732f29e7f053706621006b7');
INSERT INTO history VALUES(31,330881,31,3308812006300000002,9,30,0,1593502200000000,1593502200000000,5,10,0,520,0,0,2,520,0,1,NULL,'{}',NULL,NULL,NULL,X'1c87ce8b961d7717b8568da6eb9b62d1e12582c1505ebc0cf91a9cbd1cf8c488');
INSERT INTO history VALUES(32,330881,32,3308812006300000003,1,1,2,1593504000000000,1593504000000000,2,3,4,0,0,0,513,0,0,1,NULL,'{"category":"04-01","channel":"patrol","tier":"township","due":"2020-07-02T10:00:00Z","facts":{"number":"330881-20200630-0000003","grid":"grid","village":"village","township":"room","holder":"room"}}','{"title":"井盖松动"}',X'80cec38cc795a6405e0d7ed2ee787598d2f14c14af3a94226a0f53f9a634e526',NULL,X'249e2d3f17ddd0f2d53bef9de254c7c7f7cd22b4a898ccb8dd6500d11747bfcb');
INSERT INTO history VALUES(33,330881,33,3308812006300000003,2,2,0,1593504300000000,1593504300000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'944728487446f944d886ddb4f28c4f4c006d63aa3640b2f64d4b0eca24733a66');
INSERT INTO history VALUES(34,330881,34,3308812006300000004,1,1,2,1593505800000000,1593505800000000,2,3,4,0,0,0,513,0,0,1,NULL,'{"category":"04-01","channel":"patrol","tier":"township","due":"2020-07-02T10:00:00Z","facts":{"number":"330881-20200630-0000004","grid":"grid","village":"village","township":"room","holder":"room"}}','{"title":"井盖丢失"}',X'f14a968b964a53ea8e7ca7b07aa70c036e85af81881b47c99411af6434760583',NULL,X'516717e8bfb432509f95e18e5d62c26f590844c4b640086226dac88040183fd8');
INSERT INTO history VALUES(35,330881,35,3308812006300000004,2,2,0,1593506100000000,1593506100000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'ba845e13cd4138ab1d1ac5b2afaad512890c25db94cdc49a8145f449c9267e93');
INSERT INTO history VALUES(36,330881,36,3308812006300000004,3,34,0,1593506400000000,1593506400000000,5,10,0,513,0,0,1,513,0,1,NULL,'{"reason":"awaiting_check","until":"2020-07-04T01:00:00Z"}',NULL,NULL,NULL,X'4fdd9ff39e7870c95c754912005c1c8c535646fd0fe1f7d0a93a290316858ab1');
INSERT INTO history VALUES(37,330881,37,3308812006300000004,4,43,0,1593507000000000,1593507000000000,5,10,0,1,513,0,5,1,513,1,NULL,'{"other_case":"3308812006300000003"}',NULL,NULL,NULL,X'7b67654bc808f0bdc03dceffcd4db5511009b68af1ca456380c14664965f5a9d');
INSERT INTO history VALUES(38,330881,38,3308812006300000005,1,1,2,1593507600000000,1593507600000000,2,3,4,0,0,0,513,0,0,1,NULL,'{"category":"04-01","channel":"patrol","tier":"township","facts":{"number":"330881-20200630-0000005","grid":"grid","village":"village","township":"room","holder":"room"}}','{"title":"标线模糊"}',X'77e541505fe779a296e6df9cb1f1a6a0728af5856e5f48900bd93967b9540507',NULL,X'96d43008d64d0ef7921a69e32805cc982ce570dea8d7a1f8561ed2a4754ac936');
INSERT INTO history VALUES(39,330881,39,3308812006300000005,2,2,0,1593507900000000,1593507900000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}',NULL,NULL,NULL,X'db58c1826604a949f879eea54e5620adf1be3cf316290c9bfa7391588dc284a9');
INSERT INTO history VALUES(40,330881,40,3308812006300000005,3,36,0,1593508200000000,1593508200000000,5,10,0,513,0,0,513,0,0,1,NULL,'{}','{"note":"在哪里"}',X'930d9873db93f53f70394b1d9b226e6414828d40571532256f42f1e5191a2faa',NULL,X'7988018c4b4cb3f5fce9cfe1ed8efca2001bf4e30260e240889d9a25c19f6cf6');
INSERT INTO history VALUES(41,330881,41,3308812006300000005,4,6,0,1593508800000000,1593508800000000,5,10,0,513,0,0,515,0,0,1,NULL,'{}',NULL,NULL,NULL,X'ea5ef4d3546fc74d1b3b0d5b849cf0f9de73909d3361d376c04c23eda0db392a');
INSERT INTO history VALUES(42,330881,42,3308812006300000005,5,16,0,1593509400000000,1593509400000000,5,10,0,515,0,0,517,0,0,1,NULL,'{"orders":[{"unit":"station","role":"lead"}]}','{"orders":[{"task":"重画"}]}',X'000a322ff1da9d1a80783d270ff2cc0ff14de3ce98df663090b149e3461c0a3e',NULL,X'4a8d2be22755db258ae3423debdba02e9b4081b480bef668f250edc14299a6ec');
INSERT INTO history VALUES(43,330881,43,3308812006300000005,6,18,5,1593510000000000,1593510000000000,12,0,0,517,0,0,519,0,0,1,NULL,'{}',NULL,NULL,NULL,X'7a8acc1057eabcf605363057d7c6acb09dcf04a0f886a86ad2b3da6c44ce940a');
INSERT INTO history VALUES(44,330881,44,3308812006300000005,7,27,5,1593511200000000,1593511200000000,12,0,0,519,0,0,520,0,0,1,NULL,'{}','{"note":"已重画"}',X'a795dd53aa6b457a2ee4dcc489366db34f4de335ec2d4490fcdbb95ab770aaa4',NULL,X'833e89c5044961475e5f35c596e352c0ecfd66871bf69abbf56a5e6166e0bb2e');
INSERT INTO history VALUES(45,330881,45,3308812006300000005,8,30,0,1593511800000000,1593511800000000,5,10,0,520,0,0,2,520,0,1,NULL,'{}',NULL,NULL,NULL,X'122e32b72428cdf0e14a0c0402608ecdca946a564bb657ef574de61bb8530e7b');
INSERT INTO history VALUES(46,330881,46,3308812006300000005,9,33,0,1593512400000000,1593512400000000,5,10,0,2,520,0,520,0,0,1,NULL,'{"reason":"not_solved"}',NULL,NULL,NULL,X'6ebb70acea5eee71a4acd96eb80f7973fe1b426322e8a177a17b2ca8965b993b');
CREATE TABLE personal(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, version INTEGER NOT NULL,
  personal TEXT NOT NULL, PRIMARY KEY(county, case_id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO personal VALUES(330881,3308812006290000001,1,'{"parties":[{"name":"王五","telephone":"13800000000"}]}');
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
  merged_into INTEGER NOT NULL, policy_version INTEGER NOT NULL, occurred INTEGER NOT NULL,
  reported INTEGER NOT NULL, accepted INTEGER, checked INTEGER, filed INTEGER,
  dispatched INTEGER, handled INTEGER, confirmed INTEGER, ended INTEGER, resume_at INTEGER,
  due INTEGER, last_happened INTEGER NOT NULL, head BLOB NOT NULL, case_key BLOB,
  PRIMARY KEY(county, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO cases VALUES(330881,3308812006290000001,'330881-20200629-0000001',1,2,5,5,10,519,0,0,'村道塌陷',6,0,0,7,118.62709999999999866,28.743700000000000471,0,8,12,0,2,3,1,0,2,NULL,3,0,0,0,1,1593396000000000,1593396000000000,1593396300000000,NULL,1593396600000000,1593397200000000,NULL,NULL,NULL,NULL,NULL,1593401400000000,X'cd65d2c0cb806afa459908aaa6ba0474a71c073a316ca29c9de0e5c9bb5d9b18',X'686c18394bbbff5cc166ad7fa8358f312577d4711327bd739767359260e27752');
INSERT INTO cases VALUES(330881,3308812006290000002,'330881-20200629-0000002',1,2,5,5,5,1,513,0,'路面开裂',6,0,0,7,NULL,NULL,0,8,0,0,2,3,0,0,2,NULL,0,0,0,0,1,1593403200000000,1593403200000000,1593403500000000,NULL,NULL,NULL,NULL,NULL,NULL,1593738000000000,NULL,1593480600000000,X'c4236e7afe1677419a9447fc399804dd927ec0e9779217d3fed953ac2170403f',X'3e9de491fc1a82f5d54e6696a4e6f444b79fb1dcf8ad1e7221ad173e3d29afce');
INSERT INTO cases VALUES(330881,3308812006300000001,'330881-20200630-0000001',1,2,5,5,6,513,0,0,'路灯不亮',6,0,0,7,NULL,NULL,0,8,0,0,2,3,0,0,2,NULL,0,0,0,0,1,1593482400000000,1593482400000000,1593482700000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1593485400000000,X'6e879e97218d3c7d7dbfbbf715fa0bcc6c9c7da34e143e9fbeef29474a86ddeb',X'53a6ee8229cd34adb1a0bc1555d7eef1cd88f99eb52efe1067e6f8589deef422');
INSERT INTO cases VALUES(330881,3308812006300000002,'330881-20200630-0000002',0,2,5,5,9,2,520,0,'护栏缺失',6,0,0,7,NULL,NULL,0,8,12,0,2,3,0,0,2,2,3,0,0,0,1,1593486000000000,1593486000000000,1593486300000000,NULL,1593486900000000,1593487200000000,1593500400000000,NULL,1593502200000000,NULL,NULL,1593502200000000,X'1c87ce8b961d7717b8568da6eb9b62d1e12582c1505ebc0cf91a9cbd1cf8c488',X'6012ab1b2d0e47d742cea88d9b6efcf2b294bc96dc79c80be6601830b6d3c874');
INSERT INTO cases VALUES(330881,3308812006300000003,'330881-20200630-0000003',1,2,5,5,2,513,0,0,'井盖松动',6,0,0,7,NULL,NULL,0,8,0,0,2,3,0,0,2,NULL,0,0,0,0,1,1593504000000000,1593504000000000,1593504300000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1593684000000000,1593504300000000,X'944728487446f944d886ddb4f28c4f4c006d63aa3640b2f64d4b0eca24733a66',X'b03d09c698c9e95e0a33bc154102c2d2a191b951c7eb931e4e64bc7d72a4d855');
INSERT INTO cases VALUES(330881,3308812006300000004,'330881-20200630-0000004',0,2,5,5,4,5,1,513,'井盖丢失',6,0,0,7,NULL,NULL,0,8,0,0,2,3,0,0,2,NULL,0,0,0,3308812006300000003,1,1593505800000000,1593505800000000,1593506100000000,NULL,NULL,NULL,NULL,NULL,1593507000000000,1593824400000000,1593684000000000,1593507000000000,X'7b67654bc808f0bdc03dceffcd4db5511009b68af1ca456380c14664965f5a9d',X'1ca43d6221d7441324fde7118f81be701315fd7b6d71d7fdb26ba38dc40463c1');
INSERT INTO cases VALUES(330881,3308812006300000005,'330881-20200630-0000005',1,2,5,5,9,520,0,0,'标线模糊',6,0,0,7,NULL,NULL,0,8,12,0,2,3,0,0,2,NULL,3,0,0,0,1,1593507600000000,1593507600000000,1593507900000000,NULL,1593508800000000,1593509400000000,1593511200000000,NULL,NULL,NULL,NULL,1593512400000000,X'6ebb70acea5eee71a4acd96eb80f7973fe1b426322e8a177a17b2ca8965b993b',X'15fbe1f01eefd0d7992874fd54a2dbd8b42851f0fbe06c12cfeb7297f6daa854');
CREATE TABLE assignments(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number INTEGER NOT NULL,
  unit INTEGER NOT NULL, role INTEGER NOT NULL, state INTEGER NOT NULL, round INTEGER NOT NULL,
  ordered INTEGER NOT NULL, signed_at INTEGER, contacted INTEGER, arrived INTEGER,
  controlled INTEGER, ended INTEGER, PRIMARY KEY(county, case_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO assignments VALUES(330881,3308812006290000001,1,12,1,2,1,1593397200000000,1593397800000000,1593400200000000,1593401400000000,1593400800000000,NULL);
INSERT INTO assignments VALUES(330881,3308812006300000002,1,12,1,3,1,1593487200000000,1593487800000000,NULL,1593489600000000,NULL,1593500400000000);
INSERT INTO assignments VALUES(330881,3308812006300000005,1,12,1,3,1,1593509400000000,1593510000000000,NULL,NULL,NULL,1593511200000000);
CREATE TABLE external_ids(
  county INTEGER NOT NULL, system INTEGER NOT NULL, external_id TEXT NOT NULL,
  case_id INTEGER NOT NULL, PRIMARY KEY(county, system, external_id)
) STRICT, WITHOUT ROWID;
INSERT INTO external_ids VALUES(330881,9,'A-17',3308812006290000001);
CREATE TABLE deadlines(
  county INTEGER NOT NULL, due_at INTEGER NOT NULL, case_id INTEGER NOT NULL,
  kind INTEGER NOT NULL, PRIMARY KEY(county, due_at, case_id, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO deadlines VALUES(330881,1593684000000000,3308812006300000003,2);
INSERT INTO deadlines VALUES(330881,1593738000000000,3308812006290000002,1);
CREATE TABLE policies(
  county INTEGER NOT NULL, version INTEGER NOT NULL, adopted INTEGER NOT NULL,
  document TEXT NOT NULL, PRIMARY KEY(county, version)
) STRICT;
INSERT INTO policies VALUES(330881,1,1593396000000000,replace('{"name":"青石县","rules":{"tiers":["village","township","county"],"check_after_handling":false,"reply_before_end":true,"separate_duties":false,"return_limit":0,"clock_tolerance_seconds":300},"organization":{\n  "code": "330881",\n  "name": "青石县",\n  "time_zone": "Asia/Shanghai",\n  "tier_names": {\n    "village": "村级",\n    "township": "乡级",\n    "county": "县级"\n  },\n  "grid_code_lengths": [\n    14,\n    15,\n    16,\n    17,\n    20\n  ],\n  "chinese_area_codes": false,\n  "units": [\n    {\n      "code": "center",\n      "name": "青石县综合指挥中心",\n      "kind": "command_center",\n      "location": [118.6,28.7]\n    },\n    {\n      "code": "room",\n      "name": "河东乡综合信息指挥室",\n      "kind": "command_room",\n      "parent": "center",\n      "location": [118.62,28.74]\n    },\n    {\n      "code": "village",\n      "name": "柳树村",\n      "kind": "village",\n      "parent": "room"\n    },\n    {\n      "code": "grid",\n      "name": "柳树村第一网格",\n      "kind": "grid",\n      "parent": "village",\n      "area": [\n        [\n          [[118.62,28.74],[118.63,28.74],[118.63,28.75],[118.62,28.75]]\n        ]\n      ]\n    },\n    {\n      "code": "grid2",\n      "name": "柳树村第二网格",\n      "kind": "grid",\n      "parent": "village",\n      "area": [\n        [\n          [[118.63,28.74],[118.64,28.74],[118.64,28.75],[118.63,28.75]]\n        ]\n      ]\n    },\n    {\n      "code": "roads",\n      "name": "交通运输局",\n      "kind": "department",\n      "parent": "center"\n    },\n    {\n      "code": "water",\n      "name": "水利局",\n      "kind": "department",\n      "parent": "center"\n    },\n    {\n      "code": "station",\n      "name": "河东乡综合执法队",\n      "kind": "station",\n      "parent": "room"\n    }\n  ],\n  "persons": [\n    {\n      "code": "gao",\n      "name": "高山",\n      "unit": "grid",\n      "posts": [\n        {\n          "role": "grid_worker"\n        }\n      ]\n    },\n    {\n      "code": "lin",\n      "name": "林木",\n      "unit": "room",\n      "posts": [\n        {\n          "role": "information_officer"\n        }\n      ]\n    },\n    {\n      "code": "shi",\n      "name": "石泉",\n      "unit": "center",\n      "posts": [\n        {\n          "role": "seat"\n        }\n      ]\n    }\n  ],\n  "categories": [\n    {\n      "code": "04",\n      "name": "突发事件",\n      "kind": "event"\n    },\n    {\n      "code": "04-01",\n      "name": "路面塌陷",\n      "parent": "04",\n      "kind": "event"\n    }\n  ],\n  "duties": [\n    {\n      "category": "04",\n      "tier": "county",\n      "lead": "roads",\n      "assists": ["water"]\n    },\n    {\n      "category": "04",\n      "tier": "township",\n      "lead": "station"\n    }\n  ],\n  "linkages": [\n    {\n      "from": "water",\n      "to": "room",\n      "kind": "reports_to"\n    }\n  ]\n}\n}','\n',char(10)));
CREATE TABLE codes(
  county INTEGER NOT NULL, code INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(county, code), UNIQUE(county, text)
) STRICT, WITHOUT ROWID;
INSERT INTO codes VALUES(330881,1,'center');
INSERT INTO codes VALUES(330881,2,'grid');
INSERT INTO codes VALUES(330881,3,'gao');
INSERT INTO codes VALUES(330881,4,'grid_worker');
INSERT INTO codes VALUES(330881,5,'room');
INSERT INTO codes VALUES(330881,6,'04-01');
INSERT INTO codes VALUES(330881,7,'patrol');
INSERT INTO codes VALUES(330881,8,'village');
INSERT INTO codes VALUES(330881,9,'12345');
INSERT INTO codes VALUES(330881,10,'lin');
INSERT INTO codes VALUES(330881,11,'information_officer');
INSERT INTO codes VALUES(330881,12,'station');
CREATE TABLE words(
  county INTEGER NOT NULL, domain TEXT NOT NULL, value INTEGER NOT NULL, word TEXT NOT NULL,
  PRIMARY KEY(county, domain, value)
) STRICT, WITHOUT ROWID;
INSERT INTO words VALUES(330881,'action',1,'report');
INSERT INTO words VALUES(330881,'action',2,'accept');
INSERT INTO words VALUES(330881,'action',3,'reject');
INSERT INTO words VALUES(330881,'action',4,'answer');
INSERT INTO words VALUES(330881,'action',5,'check');
INSERT INTO words VALUES(330881,'action',6,'file');
INSERT INTO words VALUES(330881,'action',7,'handle');
INSERT INTO words VALUES(330881,'action',8,'guide');
INSERT INTO words VALUES(330881,'action',9,'escalate');
INSERT INTO words VALUES(330881,'action',10,'hand_down');
INSERT INTO words VALUES(330881,'action',11,'transfer');
INSERT INTO words VALUES(330881,'action',12,'transfer_out');
INSERT INTO words VALUES(330881,'action',13,'transfer_in');
INSERT INTO words VALUES(330881,'action',14,'consult');
INSERT INTO words VALUES(330881,'action',15,'conclude');
INSERT INTO words VALUES(330881,'action',16,'dispatch');
INSERT INTO words VALUES(330881,'action',17,'withdraw');
INSERT INTO words VALUES(330881,'action',18,'sign');
INSERT INTO words VALUES(330881,'action',19,'decline');
INSERT INTO words VALUES(330881,'action',20,'start');
INSERT INTO words VALUES(330881,'action',21,'contact');
INSERT INTO words VALUES(330881,'action',22,'arrive');
INSERT INTO words VALUES(330881,'action',23,'control');
INSERT INTO words VALUES(330881,'action',24,'progress');
INSERT INTO words VALUES(330881,'action',25,'reinforce');
INSERT INTO words VALUES(330881,'action',26,'release');
INSERT INTO words VALUES(330881,'action',27,'feedback');
INSERT INTO words VALUES(330881,'action',28,'send_back');
INSERT INTO words VALUES(330881,'action',29,'confirm');
INSERT INTO words VALUES(330881,'action',30,'close');
INSERT INTO words VALUES(330881,'action',31,'force_close');
INSERT INTO words VALUES(330881,'action',32,'follow_up');
INSERT INTO words VALUES(330881,'action',33,'reopen');
INSERT INTO words VALUES(330881,'action',34,'suspend');
INSERT INTO words VALUES(330881,'action',35,'resume');
INSERT INTO words VALUES(330881,'action',36,'request_info');
INSERT INTO words VALUES(330881,'action',37,'supply_info');
INSERT INTO words VALUES(330881,'action',38,'request_extension');
INSERT INTO words VALUES(330881,'action',39,'decide_extension');
INSERT INTO words VALUES(330881,'action',40,'expedite');
INSERT INTO words VALUES(330881,'action',41,'urge');
INSERT INTO words VALUES(330881,'action',42,'supervise');
INSERT INTO words VALUES(330881,'action',43,'merge');
INSERT INTO words VALUES(330881,'action',44,'unmerge');
INSERT INTO words VALUES(330881,'action',45,'split');
INSERT INTO words VALUES(330881,'action',46,'link');
INSERT INTO words VALUES(330881,'action',47,'annul');
INSERT INTO words VALUES(330881,'action',48,'reclassify');
INSERT INTO words VALUES(330881,'action',49,'amend');
INSERT INTO words VALUES(330881,'action',50,'rebase');
INSERT INTO words VALUES(330881,'action',51,'comment');
INSERT INTO words VALUES(330881,'action',52,'attach');
INSERT INTO words VALUES(330881,'action',53,'record_outcome');
INSERT INTO words VALUES(330881,'action',54,'rate');
INSERT INTO words VALUES(330881,'action',55,'appeal');
INSERT INTO words VALUES(330881,'action',56,'decide_appeal');
INSERT INTO words VALUES(330881,'assignment_state',1,'assigned');
INSERT INTO words VALUES(330881,'assignment_state',2,'signed_for');
INSERT INTO words VALUES(330881,'assignment_state',3,'done');
INSERT INTO words VALUES(330881,'assignment_state',4,'declined');
INSERT INTO words VALUES(330881,'assignment_state',5,'withdrawn');
INSERT INTO words VALUES(330881,'assignment_state',6,'released');
INSERT INTO words VALUES(330881,'deadline',1,'resume');
INSERT INTO words VALUES(330881,'deadline',2,'due');
INSERT INTO words VALUES(330881,'mode',0,'undecided');
INSERT INTO words VALUES(330881,'mode',1,'self');
INSERT INTO words VALUES(330881,'mode',2,'guided');
INSERT INTO words VALUES(330881,'mode',3,'dispatched');
INSERT INTO words VALUES(330881,'outcome',0,'only');
INSERT INTO words VALUES(330881,'outcome',1,'to_village');
INSERT INTO words VALUES(330881,'outcome',2,'to_township');
INSERT INTO words VALUES(330881,'outcome',3,'to_county');
INSERT INTO words VALUES(330881,'outcome',4,'partly');
INSERT INTO words VALUES(330881,'outcome',5,'whole');
INSERT INTO words VALUES(330881,'outcome',6,'requested');
INSERT INTO words VALUES(330881,'outcome',7,'passed');
INSERT INTO words VALUES(330881,'outcome',8,'failed');
INSERT INTO words VALUES(330881,'outcome',9,'granted');
INSERT INTO words VALUES(330881,'outcome',10,'denied');
INSERT INTO words VALUES(330881,'request',0,'unstated');
INSERT INTO words VALUES(330881,'request',1,'complaint');
INSERT INTO words VALUES(330881,'request',2,'tip_off');
INSERT INTO words VALUES(330881,'request',3,'inquiry');
INSERT INTO words VALUES(330881,'request',4,'help');
INSERT INTO words VALUES(330881,'request',5,'suggestion');
INSERT INTO words VALUES(330881,'role',1,'lead');
INSERT INTO words VALUES(330881,'role',2,'assist');
INSERT INTO words VALUES(330881,'role',3,'scene');
INSERT INTO words VALUES(330881,'role',4,'support');
INSERT INTO words VALUES(330881,'role',5,'verify');
INSERT INTO words VALUES(330881,'stage',1,'handle');
INSERT INTO words VALUES(330881,'stage',2,'close');
INSERT INTO words VALUES(330881,'stage',3,'close');
INSERT INTO words VALUES(330881,'stage',4,'close');
INSERT INTO words VALUES(330881,'stage',5,'close');
INSERT INTO words VALUES(330881,'stage',6,'close');
INSERT INTO words VALUES(330881,'stage',257,'report');
INSERT INTO words VALUES(330881,'stage',258,'report');
INSERT INTO words VALUES(330881,'stage',259,'file');
INSERT INTO words VALUES(330881,'stage',260,'dispatch');
INSERT INTO words VALUES(330881,'stage',261,'dispatch');
INSERT INTO words VALUES(330881,'stage',262,'dispatch');
INSERT INTO words VALUES(330881,'stage',263,'handle');
INSERT INTO words VALUES(330881,'stage',264,'feedback');
INSERT INTO words VALUES(330881,'stage',265,'feedback');
INSERT INTO words VALUES(330881,'stage',513,'report');
INSERT INTO words VALUES(330881,'stage',514,'report');
INSERT INTO words VALUES(330881,'stage',515,'file');
INSERT INTO words VALUES(330881,'stage',516,'dispatch');
INSERT INTO words VALUES(330881,'stage',517,'dispatch');
INSERT INTO words VALUES(330881,'stage',518,'dispatch');
INSERT INTO words VALUES(330881,'stage',519,'handle');
INSERT INTO words VALUES(330881,'stage',520,'feedback');
INSERT INTO words VALUES(330881,'stage',521,'feedback');
INSERT INTO words VALUES(330881,'stage',769,'report');
INSERT INTO words VALUES(330881,'stage',770,'report');
INSERT INTO words VALUES(330881,'stage',771,'file');
INSERT INTO words VALUES(330881,'stage',772,'dispatch');
INSERT INTO words VALUES(330881,'stage',773,'dispatch');
INSERT INTO words VALUES(330881,'stage',774,'dispatch');
INSERT INTO words VALUES(330881,'stage',775,'handle');
INSERT INTO words VALUES(330881,'stage',776,'feedback');
INSERT INTO words VALUES(330881,'stage',777,'feedback');
INSERT INTO words VALUES(330881,'state',0,'none');
INSERT INTO words VALUES(330881,'state',1,'suspended');
INSERT INTO words VALUES(330881,'state',2,'closed');
INSERT INTO words VALUES(330881,'state',3,'answered');
INSERT INTO words VALUES(330881,'state',4,'rejected');
INSERT INTO words VALUES(330881,'state',5,'merged');
INSERT INTO words VALUES(330881,'state',6,'annulled');
INSERT INTO words VALUES(330881,'state',257,'village_intake');
INSERT INTO words VALUES(330881,'state',258,'village_checking');
INSERT INTO words VALUES(330881,'state',259,'village_triage');
INSERT INTO words VALUES(330881,'state',260,'village_consulting');
INSERT INTO words VALUES(330881,'state',261,'village_dispatched');
INSERT INTO words VALUES(330881,'state',262,'village_returned');
INSERT INTO words VALUES(330881,'state',263,'village_handling');
INSERT INTO words VALUES(330881,'state',264,'village_review');
INSERT INTO words VALUES(330881,'state',265,'village_confirming');
INSERT INTO words VALUES(330881,'state',513,'township_intake');
INSERT INTO words VALUES(330881,'state',514,'township_checking');
INSERT INTO words VALUES(330881,'state',515,'township_triage');
INSERT INTO words VALUES(330881,'state',516,'township_consulting');
INSERT INTO words VALUES(330881,'state',517,'township_dispatched');
INSERT INTO words VALUES(330881,'state',518,'township_returned');
INSERT INTO words VALUES(330881,'state',519,'township_handling');
INSERT INTO words VALUES(330881,'state',520,'township_review');
INSERT INTO words VALUES(330881,'state',521,'township_confirming');
INSERT INTO words VALUES(330881,'state',769,'county_intake');
INSERT INTO words VALUES(330881,'state',770,'county_checking');
INSERT INTO words VALUES(330881,'state',771,'county_triage');
INSERT INTO words VALUES(330881,'state',772,'county_consulting');
INSERT INTO words VALUES(330881,'state',773,'county_dispatched');
INSERT INTO words VALUES(330881,'state',774,'county_returned');
INSERT INTO words VALUES(330881,'state',775,'county_handling');
INSERT INTO words VALUES(330881,'state',776,'county_review');
INSERT INTO words VALUES(330881,'state',777,'county_confirming');
INSERT INTO words VALUES(330881,'tier',1,'village');
INSERT INTO words VALUES(330881,'tier',2,'township');
INSERT INTO words VALUES(330881,'tier',3,'county');
ANALYZE sqlite_schema;
INSERT INTO sqlite_stat1 VALUES('cases','cases','1000000 1000000 1');
INSERT INTO sqlite_stat1 VALUES('cases','cases_number','1000000 1000000 1');
INSERT INTO sqlite_stat1 VALUES('cases','cases_open','50000 50000 1');
INSERT INTO sqlite_stat1 VALUES('cases','cases_holder','50000 50000 100 1');
INSERT INTO sqlite_stat1 VALUES('cases','cases_township','1000000 1000000 50000 1');
INSERT INTO sqlite_stat1 VALUES('cases','cases_grid','1000000 1000000 1000 1');
INSERT INTO sqlite_stat1 VALUES('assignments','assignments','2000000 2000000 2 1');
INSERT INTO sqlite_stat1 VALUES('assignments','assignments_open','50000 50000 100 1');
INSERT INTO sqlite_stat1 VALUES('history','history_command','10000000 10000000 1');
INSERT INTO sqlite_stat1 VALUES('history','sqlite_autoindex_history_1','10000000 10000000 10 1');
CREATE UNIQUE INDEX history_command ON history(county, command_id) WHERE command_id IS NOT NULL;
CREATE UNIQUE INDEX cases_number ON cases(county, number);
CREATE INDEX cases_open ON cases(county, case_id) WHERE is_open = 1;
CREATE INDEX cases_holder ON cases(county, holder, case_id) WHERE is_open = 1;
CREATE INDEX cases_township ON cases(county, township, case_id);
CREATE INDEX cases_grid ON cases(county, grid, case_id);
CREATE INDEX assignments_open ON assignments(county, unit, case_id) WHERE state <= 2;
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
CREATE VIEW case_view AS SELECT t.county AS county, t.case_id AS case_id, t.number AS number, t.version AS version, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.state) AS state, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'stage' AND w.value = t.state) AS stage, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.back) AS back, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.back2) AS back2, t.is_open AS is_open, t.title AS title, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.category) AS category, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.grade) AS grade, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'request' AND w.value = t.request) AS request, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.channel) AS channel, t.longitude AS longitude, t.latitude AS latitude, t.drill AS drill, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.grid) AS grid, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.village) AS village, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.township) AS township, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.holder) AS holder, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.lead) AS lead, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.checker) AS checker, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.reporter_unit) AS reporter_unit, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.reporter_person) AS reporter_person, t.has_requester AS has_requester, t.replied AS replied, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'tier' AND w.value = t.origin) AS origin, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'tier' AND w.value = t.solved_on) AS solved_on, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'mode' AND w.value = t.mode) AS mode, t.urgency AS urgency, t.returns AS returns, t.merged_into AS merged_into, t.policy_version AS policy_version, strftime('%Y-%m-%dT%H:%M:%S', (t.occurred - ((t.occurred % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.occurred % 1000000 + 1000000) % 1000000)) AS occurred, strftime('%Y-%m-%dT%H:%M:%S', (t.reported - ((t.reported % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.reported % 1000000 + 1000000) % 1000000)) AS reported, strftime('%Y-%m-%dT%H:%M:%S', (t.accepted - ((t.accepted % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.accepted % 1000000 + 1000000) % 1000000)) AS accepted, strftime('%Y-%m-%dT%H:%M:%S', (t.checked - ((t.checked % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.checked % 1000000 + 1000000) % 1000000)) AS checked, strftime('%Y-%m-%dT%H:%M:%S', (t.filed - ((t.filed % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.filed % 1000000 + 1000000) % 1000000)) AS filed, strftime('%Y-%m-%dT%H:%M:%S', (t.dispatched - ((t.dispatched % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.dispatched % 1000000 + 1000000) % 1000000)) AS dispatched, strftime('%Y-%m-%dT%H:%M:%S', (t.handled - ((t.handled % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.handled % 1000000 + 1000000) % 1000000)) AS handled, strftime('%Y-%m-%dT%H:%M:%S', (t.confirmed - ((t.confirmed % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.confirmed % 1000000 + 1000000) % 1000000)) AS confirmed, strftime('%Y-%m-%dT%H:%M:%S', (t.ended - ((t.ended % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.ended % 1000000 + 1000000) % 1000000)) AS ended, strftime('%Y-%m-%dT%H:%M:%S', (t.resume_at - ((t.resume_at % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.resume_at % 1000000 + 1000000) % 1000000)) AS resume_at, strftime('%Y-%m-%dT%H:%M:%S', (t.due - ((t.due % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.due % 1000000 + 1000000) % 1000000)) AS due, strftime('%Y-%m-%dT%H:%M:%S', (t.last_happened - ((t.last_happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.last_happened % 1000000 + 1000000) % 1000000)) AS last_happened FROM cases t;
CREATE VIEW history_view AS SELECT t.sequence AS sequence, t.county AS county, t.commit_number AS commit_number, t.case_id AS case_id, t.version AS version, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'action' AND w.value = t.action) AS action, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'outcome' AND w.value = t.outcome) AS outcome, strftime('%Y-%m-%dT%H:%M:%S', (t.happened - ((t.happened % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.happened % 1000000 + 1000000) % 1000000)) AS happened, strftime('%Y-%m-%dT%H:%M:%S', (t.recorded - ((t.recorded % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.recorded % 1000000 + 1000000) % 1000000)) AS recorded, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.unit) AS unit, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.person) AS person, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.post) AS post, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.before_state) AS before_state, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.before_back) AS before_back, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.before_back2) AS before_back2, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.after_state) AS after_state, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.after_back) AS after_back, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'state' AND w.value = t.after_back2) AS after_back2, t.policy_version AS policy_version, t.command_id AS command_id, t.detail AS detail, t.text AS text FROM history t;
CREATE VIEW assignment_view AS SELECT t.county AS county, t.case_id AS case_id, t.number AS number, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.unit) AS unit, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'role' AND w.value = t.role) AS role, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'assignment_state' AND w.value = t.state) AS state, t.round AS round, strftime('%Y-%m-%dT%H:%M:%S', (t.ordered - ((t.ordered % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.ordered % 1000000 + 1000000) % 1000000)) AS ordered, strftime('%Y-%m-%dT%H:%M:%S', (t.signed_at - ((t.signed_at % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.signed_at % 1000000 + 1000000) % 1000000)) AS signed_at, strftime('%Y-%m-%dT%H:%M:%S', (t.contacted - ((t.contacted % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.contacted % 1000000 + 1000000) % 1000000)) AS contacted, strftime('%Y-%m-%dT%H:%M:%S', (t.arrived - ((t.arrived % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.arrived % 1000000 + 1000000) % 1000000)) AS arrived, strftime('%Y-%m-%dT%H:%M:%S', (t.controlled - ((t.controlled % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.controlled % 1000000 + 1000000) % 1000000)) AS controlled, strftime('%Y-%m-%dT%H:%M:%S', (t.ended - ((t.ended % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.ended % 1000000 + 1000000) % 1000000)) AS ended FROM assignments t;
CREATE VIEW deadline_view AS SELECT t.county AS county, t.case_id AS case_id, (SELECT w.word FROM words w WHERE w.county = t.county AND w.domain = 'deadline' AND w.value = t.kind) AS kind, strftime('%Y-%m-%dT%H:%M:%S', (t.due_at - ((t.due_at % 1000000 + 1000000) % 1000000)) / 1000000, 'unixepoch') || printf('.%06dZ', ((t.due_at % 1000000 + 1000000) % 1000000)) AS due_at FROM deadlines t;
CREATE VIEW external_id_view AS SELECT t.county AS county, (SELECT c.text FROM codes c WHERE c.county = t.county AND c.code = t.system) AS system, t.external_id AS external_id, t.case_id AS case_id FROM external_ids t;
COMMIT;
