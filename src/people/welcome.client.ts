/** The zone that this device keeps, so that nobody has to look for theirs in a list. */
const field = document.querySelector<HTMLInputElement>("input[name=zone]");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (field && zone) field.value = zone;
