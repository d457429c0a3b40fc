import data = require('sip-status-codes-data');

const busy: data.StatusCode | undefined = data.lookUp(486);
console.log(JSON.stringify({ codes: data.codes.length, code: busy?.code, cause: data.causes[0]?.cause }));
