// placeholder until cases
