// Runs the checks it is given, and reports each as soon as it is done.

import { parentPort, workerData } from "node:worker_threads";
import { charger } from "./attendre.mjs";
import { controles } from "./controles.mjs";

await charger();
parentPort.postMessage({ pret: true });

for (const nom of workerData) {
  let souci = null;
  try {
    await controles[nom]();
  } catch (erreur) {
    souci = String(erreur?.message ?? erreur);
  }
  parentPort.postMessage({ nom, souci });
}
