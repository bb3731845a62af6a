import claim from './claim';
import mail from './mail';
import order from './order';
import receipt from './receipt';
import ui from './ui';
import wallet from './wallet';

export default { ...ui, ...claim, ...wallet, ...receipt, ...mail, ...order };
