// The doctor (www/doctor/), which only a webmaster asks for: a file of its own.

/** The hash of its file. */
export const doctor = DOCTOR_INTEGRITY;
