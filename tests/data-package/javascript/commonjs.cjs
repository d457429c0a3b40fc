const { causes, codes, lookUp } = require('sip-status-codes-data');

import('sip-status-codes-data').then((data) => {
  console.log(
    JSON.stringify({
      codes: codes.length,
      causes: causes.length,
      found: [486, '486', 'Busy Here'].map((what) => lookUp(what)?.code),
      isOneCopy: data.codes === codes && data.lookUp === lookUp,
    }),
  );
});
