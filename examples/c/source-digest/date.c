#include "date.h"

#include <string.h>

typedef struct {
    const uint8_t *at, *end;
} cursor;

static void spaces(cursor *in) {
    while (in->at < in->end && (*in->at == ' ' || *in->at == '\t' || *in->at == '\r' || *in->at == '\n')) {
        in->at++;
    }
}

/* A number of `least` to `most` digits. */
static bool number(cursor *in, int least, int most, int *value) {
    int digits = 0;
    *value = 0;
    while (in->at < in->end && *in->at >= '0' && *in->at <= '9') {
        if (++digits > most) {
            return false;
        }
        *value = *value * 10 + (*in->at++ - '0');
    }
    return digits >= least;
}

static bool sign(cursor *in, char wanted) {
    if (in->at < in->end && *in->at == (uint8_t)wanted) {
        in->at++;
        return true;
    }
    return false;
}

static size_t letters(cursor *in) {
    const uint8_t *start = in->at;
    while (in->at < in->end && ((*in->at >= 'A' && *in->at <= 'Z') || (*in->at >= 'a' && *in->at <= 'z'))) {
        in->at++;
    }
    return (size_t)(in->at - start);
}

static bool month(cursor *in, int *value) {
    static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    const uint8_t *start = in->at;
    if (letters(in) != 3) {
        return false;
    }
    for (int i = 0; i < 12; i++) {
        if (memcmp(start, names + 3 * i, 3) == 0) {
            *value = i + 1;
            return true;
        }
    }
    return false;
}

static int days_of(int month_number, int year) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month_number == 2 && leap ? 29 : days[month_number - 1];
}

static void put(char **to, int value, int digits) {
    for (int i = digits - 1; i >= 0; i--) {
        (*to)[i] = (char)('0' + value % 10);
        value /= 10;
    }
    *to += digits;
}

/* Nothing, "Z" or "+01:00". "-0000" says that the offset is not known, and so do the names of zones other than GMT. */
static bool offset(cursor *in, char **to) {
    spaces(in);
    const uint8_t *start = in->at;
    size_t name = letters(in);
    if (name > 0) {
        bool zero = (name == 3 && (memcmp(start, "GMT", 3) == 0 || memcmp(start, "UTC", 3) == 0)) ||
                    (name == 2 && memcmp(start, "UT", 2) == 0) || (name == 1 && *start == 'Z');
        if (zero) {
            *(*to)++ = 'Z';
        }
        return true;
    }
    bool minus = sign(in, '-');
    if (!minus && !sign(in, '+')) {
        return true;
    }
    int value;
    if (!number(in, 4, 4, &value) || value / 100 > 23 || value % 100 > 59) {
        return false;
    }
    if (!(minus && value == 0)) {
        *(*to)++ = minus ? '-' : '+';
        put(to, value / 100, 2);
        *(*to)++ = ':';
        put(to, value % 100, 2);
    }
    return true;
}

bool date_as_iso(rpt_bytes mail, char iso[DATE_LEN]) {
    if (mail.len == 0) {
        return false;
    }
    cursor in = {mail.ptr, mail.ptr + mail.len};
    int day, month_number, year, hour, minute, second;
    /* The day of the week says nothing new. */
    spaces(&in);
    if (letters(&in) > 0 && !sign(&in, ',')) {
        return false;
    }
    spaces(&in);
    if (!number(&in, 1, 2, &day)) {
        return false;
    }
    spaces(&in);
    if (!month(&in, &month_number)) {
        return false;
    }
    spaces(&in);
    if (!number(&in, 4, 4, &year) || day < 1 || day > days_of(month_number, year)) {
        return false;
    }
    char *to = iso;
    put(&to, year, 4);
    *to++ = '-';
    put(&to, month_number, 2);
    *to++ = '-';
    put(&to, day, 2);
    spaces(&in);
    if (in.at < in.end) {
        if (!number(&in, 2, 2, &hour) || !sign(&in, ':') || !number(&in, 2, 2, &minute) || hour > 23 || minute > 59) {
            return false;
        }
        *to++ = 'T';
        put(&to, hour, 2);
        *to++ = ':';
        put(&to, minute, 2);
        if (sign(&in, ':')) {
            /* 60 is a leap second. */
            if (!number(&in, 2, 2, &second) || second > 60) {
                return false;
            }
            *to++ = ':';
            put(&to, second, 2);
        }
        if (!offset(&in, &to)) {
            return false;
        }
        spaces(&in);
        /* A comment may follow: "(CET)". */
        if (in.at < in.end && *in.at != '(') {
            return false;
        }
    }
    *to = 0;
    return true;
}
