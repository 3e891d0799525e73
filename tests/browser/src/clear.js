// Empties the site's storage between two cases.
var done = arguments[arguments.length - 1];
localStorage.clear();
sessionStorage.clear();
function all(list, remove) {
  return list.then(function (found) { return Promise.all(found.map(remove)); });
}
var waits = [];
if (self.indexedDB && indexedDB.databases) {
  waits.push(all(indexedDB.databases(), function (one) { indexedDB.deleteDatabase(one.name); }));
}
if (self.caches) waits.push(all(caches.keys(), function (name) { return caches.delete(name); }));
if (navigator.serviceWorker) {
  waits.push(all(navigator.serviceWorker.getRegistrations(), function (one) { return one.unregister(); }));
}
Promise.race([
  Promise.all(waits).catch(function () { /* a storage that cannot be had needs no clearing */ }),
  new Promise(function (go) { setTimeout(go, 2000); })
]).then(function () { done(true); });
