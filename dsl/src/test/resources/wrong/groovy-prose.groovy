Dear all,
the lab takes place on Monday.
