#ifndef DATE_H
#define DATE_H

#include "rapporteur_plugin.h"

#include <stdbool.h>

/* "2026-03-14T09:26:53+01:00" and its closing NUL. */
#define DATE_LEN 26

/* A mail date ("Sat, 14 Mar 2026 09:26:53 +0100") as ISO 8601, with the precision and the offset it gives. False where
 * it is no date that there is. */
bool date_as_iso(rpt_bytes mail, char iso[DATE_LEN]);

#endif
