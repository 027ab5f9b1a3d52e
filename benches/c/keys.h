/* A hundred keys of six bytes. */
#define KEY_LENGTH 6

static const char *const KEYS[100] = {
    "key000", "key001", "key002", "key003", "key004", "key005", "key006", "key007", "key008", "key009",
    "key010", "key011", "key012", "key013", "key014", "key015", "key016", "key017", "key018", "key019",
    "key020", "key021", "key022", "key023", "key024", "key025", "key026", "key027", "key028", "key029",
    "key030", "key031", "key032", "key033", "key034", "key035", "key036", "key037", "key038", "key039",
    "key040", "key041", "key042", "key043", "key044", "key045", "key046", "key047", "key048", "key049",
    "key050", "key051", "key052", "key053", "key054", "key055", "key056", "key057", "key058", "key059",
    "key060", "key061", "key062", "key063", "key064", "key065", "key066", "key067", "key068", "key069",
    "key070", "key071", "key072", "key073", "key074", "key075", "key076", "key077", "key078", "key079",
    "key080", "key081", "key082", "key083", "key084", "key085", "key086", "key087", "key088", "key089",
    "key090", "key091", "key092", "key093", "key094", "key095", "key096", "key097", "key098", "key099",
};
