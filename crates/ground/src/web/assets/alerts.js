/* Switches alerts on for this browser: it asks the person, then the browser, and tells the server.

   <section data-push data-asked="..." data-denied="..." data-failed="..." data-none="..." data-on="..." data-install="...">
     <form data-push-on hidden> with the fields endpoint, p256dh and auth, sent when the browser has them
     <p data-push-says role="status">   what is so on this device
   A row of the list with data-push-device="SHA-256 of an endpoint, in hex" is told apart when it is this browser. */
(function () {
  'use strict';

  const section = document.querySelector('[data-push]');
  const form = section?.querySelector('[data-push-on]');
  if (!form) return;
  const words = section.dataset;
  const say = (sentence) => { section.querySelector('[data-push-says]').textContent = sentence; };
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

  async function digest(text) {
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async function current() {
    const registration = await navigator.serviceWorker.getRegistration('/');
    return registration?.pushManager.getSubscription();
  }

  async function isKnown(subscription) {
    const row = subscription && section.querySelector(`[data-push-device="${await digest(subscription.endpoint)}"]`);
    row?.querySelector('[data-push-here]')?.removeAttribute('hidden');
    return Boolean(row);
  }

  async function subscribe() {
    say(words.asked);
    if (await Notification.requestPermission() !== 'granted') return say(words.denied);
    const answer = await fetch('/push/key');
    if (!answer.ok) throw new Error('no key');
    await navigator.serviceWorker.register('/worker.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    const options = { userVisibleOnly: true, applicationServerKey: bytes((await answer.text()).trim()) };
    // A browser that was subscribed under another key lets go of that first.
    await (await pushManager.getSubscription())?.unsubscribe();
    const { endpoint, keys } = (await pushManager.subscribe(options)).toJSON();
    Object.entries({ endpoint, ...keys }).forEach(([name, value]) => { form.elements[name].value = value; });
    form.submit();
  }

  async function begin() {
    if (!('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)) {
      return say(/iPhone|iPad/.test(navigator.userAgent) ? words.install : words.none);
    }
    if (await isKnown(await current()) && Notification.permission === 'granted') return say(words.on);
    say(Notification.permission === 'denied' ? words.denied : '');
    form.hidden = false;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    subscribe().catch(() => say(words.failed));
  });
  begin().catch(() => say(words.failed));
})();
