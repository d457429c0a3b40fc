// One copy of the data, whichever way it is loaded.
import data from './index.cjs';

export const { codes, causes, lookUp } = data;
